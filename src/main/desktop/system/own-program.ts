import path from 'node:path'

/**
 * What starts this application again: its executable, or the AppImage opened, whose contents vanish with us. An
 * AppImage that only started us (a terminal in an editor) is another program.
 */
export function ownProgram(env: Readonly<Record<string, string | undefined>>, executable: string): string {
  const { APPIMAGE: image, APPDIR: contents } = env
  return image && contents && executable.startsWith(contents + path.sep) ? image : executable
}
