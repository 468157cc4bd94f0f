import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** A keychain that is always open, and the same in each run. */
const key = Buffer.alloc(32, 'keychain')
const ivBytes = 12
const tagBytes = 16

/** Without the methods that Electron has deprecated. */
export const safeStorage = {
  isAsyncEncryptionAvailable: async (): Promise<boolean> => true,
  getSelectedStorageBackend: () => 'gnome_libsecret' as const,
  async encryptStringAsync(plainText: string): Promise<Buffer> {
    const iv = randomBytes(ivBytes)
    const cipher = createCipheriv('aes-256-gcm', key, iv)
    const sealed = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()])
    return Buffer.concat([iv, cipher.getAuthTag(), sealed])
  },
  async decryptStringAsync(encrypted: Buffer) {
    const decipher = createDecipheriv('aes-256-gcm', key, encrypted.subarray(0, ivBytes))
    decipher.setAuthTag(encrypted.subarray(ivBytes, ivBytes + tagBytes))
    const plain = Buffer.concat([decipher.update(encrypted.subarray(ivBytes + tagBytes)), decipher.final()])
    return { result: plain.toString('utf8'), shouldReEncrypt: false }
  },
}
