import axe, { type AxeResults, type ElementContext, type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

/** The rules checked in each theme: in the second only the colours differ. */
const rules: Readonly<Record<'light' | 'dark', RunOptions>> = {
  light: {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
  },
  dark: { runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes: ['violations'] },
}

/** xterm draws what a program asks to be faint at half its strength, and has no option for it. */
const exclude = ['.xterm-dim']

type InPage = { axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> } }

const run = (asked: string): Promise<AxeResults> => {
  const [context, options] = JSON.parse(asked) as [ElementContext, RunOptions]
  return (globalThis as unknown as InPage).axe.run(context, options)
}

/**
 * What axe finds wrong with what is on screen now, in both themes: "rule, selector: why" for each element.
 *
 * @param within a selector: of `html`, rules about the whole page are looked at too
 */
export async function accessibilityFindings(page: Page, within: string): Promise<string[]> {
  const context: ElementContext = { include: [within], exclude }
  const found: string[] = []
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion no colour is on its way to another.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // The page hears of it, and draws, in the frames after.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    )
    const { violations } = await page.evaluate(run, JSON.stringify([context, rules[colorScheme]]))
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        found.push(`${colorScheme}: ${id}, ${target.join(' ')}: ${failureSummary?.replaceAll(/\s+/g, ' ')}`)
  }
  return found
}
