import { open, rename } from 'node:fs/promises'

/** The two steps of a write that a full or read-only disk can refuse. */
export interface Disk {
  /** Makes a file that was not there, its bytes safely on the disk. */
  create(path: string, bytes: Uint8Array, mode: number): Promise<void>
  rename(from: string, to: string): Promise<void>
}

export const realDisk: Disk = { create, rename }

async function create(path: string, bytes: Uint8Array, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode)
  try {
    await file.writeFile(bytes)
    // The umask may have taken bits away that the old file has.
    await file.chmod(mode)
    await file.sync()
  } finally {
    await file.close()
  }
}
