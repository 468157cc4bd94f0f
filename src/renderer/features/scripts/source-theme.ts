import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** The class of the line that a parser named. */
export const refusedLine = 'cm-refused'

const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--text)', fontSize: 'var(--size-small)' },
  // The frame around it shows the focus.
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--font-mono)',
    fontFeatureSettings: '"zero", "calt" 0',
    lineHeight: '18px',
  },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--text)', userSelect: 'text' },
  '.cm-line': { padding: '0 10px' },
  '.cm-gutters': {
    minWidth: '42px',
    borderRight: '1px solid var(--line)',
    backgroundColor: 'var(--sunken)',
    color: 'var(--text-tertiary)',
  },
  '.cm-lineNumbers': { flex: '1' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 10px' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--text)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--selected)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent' },
  [`.${refusedLine}`]: {
    backgroundColor: 'var(--bad-tint)',
    boxShadow: 'inset 2px 0 var(--bad)',
  },
})

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--code-keyword)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-string)' },
  { tag: [tags.number, tags.atom], color: 'var(--code-number)' },
  { tag: tags.standard(tags.variableName), color: 'var(--code-builtin)' },
  { tag: tags.comment, color: 'var(--text-tertiary)' },
])

/** The editor in the window's own colours and type; both themes, for every value is a token. */
export const sourceTheme = [look, syntaxHighlighting(colours)]
