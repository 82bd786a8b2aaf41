/** One question at a time: which one is shown, and the way back, kept in memory only. */

const screens = [...document.querySelectorAll('[data-screen]')]
const behind = []
let shown = null

/** For a screen reader and a switch alike, the next thing is the new question. */
function turnTo(name) {
  shown = name
  for (const screen of screens) screen.hidden = screen.dataset.screen !== name
  document.querySelector(`[data-screen="${name}"] h2`).focus()
  scrollTo(0, 0)
}

export function show(name) {
  if (shown !== null) behind.push(shown)
  turnTo(name)
}

/** In the place of the one that is shown, to which there is no way back. */
export function showInstead(name) {
  turnTo(name)
}

export function goBack() {
  const last = behind.pop()
  if (last !== undefined) turnTo(last)
}

export const shownScreen = () => shown
