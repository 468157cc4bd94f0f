import { z } from 'zod'

// The content security policy forbids eval, which zod would try for speed.
z.config({ jitless: true })
