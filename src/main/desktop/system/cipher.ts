import type { SafeStorage } from 'electron'

type Async = Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'>
type Sync = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'>

/** The part of Electron's safeStorage used here: 25 has one half of it, and 44 has deprecated that. */
export type SystemStorage = (Async | Sync) & {
  /** Linux only, and not in every Electron we run on. */
  getSelectedStorageBackend?(): string
}

/** Encrypts with the system's keychain. The first call may take as long as the person needs to unlock it. */
export type Cipher = {
  /** Whether secrets are safe at rest. */
  isSafe(): Promise<boolean>
  encrypt(text: string): Promise<Buffer>
  /** `isStale`: the system wants it encrypted again, with a newer key. */
  decrypt(bytes: Buffer): Promise<{ text: string; isStale: boolean }>
}

/** The system's cipher, in the way that this Electron has it. */
export function systemCipher(storage: SystemStorage): Cipher {
  const { encrypt, decrypt, isAvailable } =
    'isAsyncEncryptionAvailable' in storage ? later(storage) : now(storage)
  return {
    // Linux's `basic_text` encrypts with a well-known password.
    isSafe: async () => (await isAvailable()) && storage.getSelectedStorageBackend?.() !== 'basic_text',
    encrypt,
    decrypt,
  }
}

const later = (storage: Async) => ({
  isAvailable: () => storage.isAsyncEncryptionAvailable(),
  encrypt: (text: string) => storage.encryptStringAsync(text),
  async decrypt(bytes: Buffer) {
    const { result, shouldReEncrypt } = await storage.decryptStringAsync(bytes)
    return { text: result, isStale: shouldReEncrypt }
  },
})

const now = (storage: Sync) => ({
  isAvailable: async () => storage.isEncryptionAvailable(),
  encrypt: async (text: string) => storage.encryptString(text),
  decrypt: async (bytes: Buffer) => ({ text: storage.decryptString(bytes), isStale: false }),
})
