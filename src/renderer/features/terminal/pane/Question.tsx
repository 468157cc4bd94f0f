import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useRef,
} from 'react'
import { terminalText } from '../../../../shared/text/terminal'
import { useFocusHandover } from '../../../components/use-focus-handover'
import { inPlaceMark } from '../../../lib/open-dialog'
import { isPressed } from '../../../lib/shortcuts'
import styles from './question.module.css'
import { keepQuestion, mayTakeFocus } from './question-focus'

type QuestionProps = {
  paneId: string
  title: string
  /** Who is asked about. */
  description?: ReactNode
  children: ReactNode
  /** The buttons, the primary one last. */
  footer: ReactNode
  /** What gets the focus first. */
  first: RefObject<HTMLElement | null>
  /** Esc. */
  onGiveUp(): void
  onSubmit?(): void
}

/**
 * What a connection asks, in its own pane: it waits there, and the rest of the window goes on. It takes the keyboard from
 * nobody who is elsewhere, or in the middle of typing; it has it once the person comes to its pane.
 */
export function Question(props: QuestionProps) {
  const { paneId, title, first, onGiveUp, onSubmit } = props
  const box = useRef<HTMLDivElement>(null)
  const titleId = useId()
  useFocusHandover(box)
  useEffect(() => {
    const focus = () => first.current?.focus()
    if (mayTakeFocus(box.current?.closest('section'))) focus()
    return keepQuestion(paneId, focus)
  }, [paneId, first])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit?.()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPressed('close', event)) return
    event.preventDefault()
    event.stopPropagation()
    onGiveUp()
  }
  return (
    <div ref={box} role="dialog" aria-labelledby={titleId} {...inPlaceMark} className={styles.question}>
      <form className={styles.form} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
        <header className={styles.header}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          {props.description ? <p className={styles.description}>{props.description}</p> : null}
        </header>
        <div className={styles.body}>{props.children}</div>
        <footer className={styles.footer}>{props.footer}</footer>
      </form>
      <p role="status" className="visually-hidden">
        {terminalText.howToAnswer(title)}
      </p>
    </div>
  )
}
