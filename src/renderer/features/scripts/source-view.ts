import {
  defaultKeymap,
  history,
  historyKeymap,
  indentLess,
  insertTab,
  isolateHistory,
} from '@codemirror/commands'
import { bracketMatching, indentOnInput, indentUnit, StreamLanguage } from '@codemirror/language'
import { lua } from '@codemirror/legacy-modes/mode/lua'
import { Compartment, EditorState, StateEffect, StateField, type Text } from '@codemirror/state'
import { Decoration, EditorView, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view'
import { scriptSourceText } from '../../../shared/text/script-source'
import { refusedLine, sourceTheme } from './source-theme'

/** Time after Esc for which Tab leaves the editor, ms: CodeMirror's own. */
const tabLeavesFor = 2_000

/** The first Esc only lets Tab leave, and must not close the dialog around the editor; a second one in that time may. */
function tabLeavesAfterEscape() {
  let pressedAt = Number.NEGATIVE_INFINITY
  return EditorView.domEventHandlers({
    keydown(event) {
      const isFirst = event.key === 'Escape' && event.timeStamp - pressedAt > tabLeavesFor
      pressedAt = isFirst ? event.timeStamp : Number.NEGATIVE_INFINITY
      if (isFirst) event.stopPropagation()
      return false
    },
  })
}

const setRefused = StateEffect.define<number | null>()

/** The line that a parser named, marked; it moves with what is written above it. */
const refused = StateField.define({
  create: () => Decoration.none,
  update(marks, { changes, effects, state }) {
    const named = effects.find((effect) => effect.is(setRefused))
    if (!named) return marks.map(changes)
    if (named.value === null) return Decoration.none
    return Decoration.set(Decoration.line({ class: refusedLine }).range(lineAt(state.doc, named.value).from))
  },
  provide: (field) => EditorView.decorations.from(field),
})

/** A line by its number, the last one for a number beyond them. */
const lineAt = (doc: Text, line: number) => doc.line(Math.min(line, doc.lines))

const lock = new Compartment()
const locked = (isLocked: boolean) => EditorState.readOnly.of(isLocked)

// The dialog's own shortcut must not write a line first.
const keys = defaultKeymap.filter(({ key }) => key !== 'Mod-Enter')

/** An editor of a script's source, with an undo of its own. Whoever opens it calls `destroy`. */
export function openSourceView(options: {
  parent: HTMLElement
  doc: Text | undefined
  onChange(doc: Text): void
}): EditorView {
  return new EditorView({
    parent: options.parent,
    doc: options.doc,
    extensions: [
      tabLeavesAfterEscape(),
      lineNumbers(),
      highlightActiveLineGutter(),
      history(),
      bracketMatching(),
      indentOnInput(),
      indentUnit.of('\t'),
      StreamLanguage.define(lua),
      sourceTheme,
      refused,
      lock.of(locked(false)),
      keymap.of([...keys, ...historyKeymap, { key: 'Tab', run: insertTab, shift: indentLess }]),
      EditorView.contentAttributes.of({ 'aria-label': scriptSourceText.source }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) options.onChange(update.state.doc)
      }),
    ],
  })
}

/** Whether a person may write. */
export function lockSource(view: EditorView, isLocked: boolean): void {
  view.dispatch({ effects: lock.reconfigure(locked(isLocked)) })
}

/** Replaces the whole source; one undo brings back what was there. */
export function replaceSource(view: EditorView, text: string): void {
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: text },
    selection: { anchor: 0 },
    scrollIntoView: true,
    annotations: isolateHistory.of('full'),
  })
  view.focus()
}

/** Marks a line (from 1) as the one that was refused and brings it into view; `null` marks none. */
export function markRefused(view: EditorView, line: number | null): void {
  const effects: StateEffect<unknown>[] = [setRefused.of(line)]
  if (line !== null)
    effects.push(EditorView.scrollIntoView(lineAt(view.state.doc, line).from, { y: 'center' }))
  view.dispatch({ effects })
}

/** Selects a line (from 1), the last one for a number beyond them, and goes there. */
export function goToLine(view: EditorView, line: number): void {
  const { from, to } = lineAt(view.state.doc, line)
  view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true })
  view.focus()
}
