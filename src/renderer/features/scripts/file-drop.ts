/**
 * Takes files that are dropped on an element, before anything in it sees them; what else is dropped is not its own.
 * While something is dragged over it, it has `data-dragging`. Returns what ends it.
 */
export function takeDroppedFiles(element: HTMLElement, onFile: (file: File) => void): () => void {
  const ended = new AbortController()
  const options = { capture: true, signal: ended.signal }
  const show = (dragging: boolean) => element.toggleAttribute('data-dragging', dragging)
  element.addEventListener('dragenter', () => show(true), options)
  element.addEventListener(
    'dragleave',
    ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) show(false)
    },
    options,
  )
  element.addEventListener(
    'dragover',
    (event) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    },
    options,
  )
  element.addEventListener(
    'drop',
    (event) => {
      show(false)
      const file = event.dataTransfer?.files[0]
      if (!file) return
      event.preventDefault()
      event.stopPropagation()
      onFile(file)
    },
    options,
  )
  return () => ended.abort()
}
