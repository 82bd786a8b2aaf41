/** The screens of a message by voice or by video: agree, speak, hear it again, keep it or throw it away. */
import { goBack, showInstead } from './screens.js'
import { base64Of, canRecord, startRecording } from './recorder.js'

/** What was recorded and kept: its medium and content; null while there is none. */
let recorded = null
let running = null
let address = null

const screenOf = (name) => document.querySelector(`[data-screen="${name}"]`)
const players = [...document.querySelectorAll('[data-player]')]

export const medium = () => recorded?.medium ?? null
export const isBusy = () => running !== null || players.some((player) => !player.paused)

/** As the hub takes it: none or one. */
export async function recordings() {
  if (recorded === null) return []
  return [{ contentType: recorded.blob.type, content: await base64Of(recorded.blob) }]
}

async function record(wanted) {
  const problem = document.getElementById(`${wanted}-problem`)
  problem.hidden = true
  const screen = screenOf(`${wanted}-recording`)
  try {
    running = await startRecording(wanted, (seconds) => showTime(screen, seconds))
  } catch {
    problem.hidden = false
    return
  }
  const live = screen.querySelector('[data-picture]')
  if (live !== null) {
    live.srcObject = running.stream
    live.play().catch(() => undefined)
  }
  showInstead(`${wanted}-recording`)
  const blob = await running.finished
  running = null
  if (blob !== null) review(wanted, blob)
}

function showTime(screen, seconds) {
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  screen.querySelector('[data-left]').textContent = time
}

function review(wanted, blob) {
  forget()
  recorded = { medium: wanted, blob }
  address = URL.createObjectURL(blob)
  const screen = screenOf(`${wanted}-review`)
  screen.querySelector('[data-player]').src = address
  showInstead(`${wanted}-review`)
}

function forget() {
  recorded = null
  for (const player of players) {
    player.pause()
    player.removeAttribute('src')
    player.load()
  }
  if (address !== null) URL.revokeObjectURL(address)
  address = null
}

/** Nothing of it stays on this page. */
export function throwAway() {
  running?.throwAway()
  forget()
}

export function mountRecorders() {
  const offers = document.querySelector('.kiosk-recorders')
  offers.hidden = !canRecord()
  for (const button of document.querySelectorAll('[data-record]')) {
    button.addEventListener('click', () => record(button.dataset.record))
  }
  for (const button of document.querySelectorAll('[data-stop]')) {
    button.addEventListener('click', () => running?.stop())
  }
  for (const button of document.querySelectorAll('[data-play]')) {
    const player = button.closest('[data-screen]').querySelector('[data-player]')
    button.addEventListener('click', () => {
      player.currentTime = 0
      player.play().catch(() => undefined)
    })
  }
  for (const button of document.querySelectorAll('[data-discard]')) {
    button.addEventListener('click', () => {
      throwAway()
      goBack()
    })
  }
}
