/** The questions, one at a time, to the sending; then nothing of it is left. */
import { isBusy, medium, mountRecorders, recordings, throwAway } from './message.js'
import { watch } from './inactivity.js'
import { keep } from './outbox.js'
import { goBack, show, showInstead, shownScreen } from './screens.js'
import { sendWaiting } from './sending.js'

const form = document.getElementById('kiosk-form')
const dialog = document.getElementById('still-there')
const boxes = Object.fromEntries(
  ['text', 'email', 'phone', 'name'].map((name) => [name, form.elements[name]]),
)
const chosen = { kind: 'not-sure', here: 'unsure', contactBy: 'none' }
/** One for this person, however often it is sent. A page without a secure address has the one the hub gave it. */
const id = globalThis.crypto?.randomUUID?.() ?? form.elements.id.value
/** How long somebody waits for their number before they are told that it will be sent. */
const patienceMs = 10_000

const isRight = {
  text: (value) => value.trim() !== '' || medium() !== null,
  email: (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim()),
  phone: (value) => value.replace(/\D/g, '').length >= 6,
}

/** Leaves this page for the first one, which takes its place: no words, no way back to them. */
function clear() {
  throwAway()
  form.reset()
  for (const shown of document.querySelectorAll('[data-shows]')) shown.textContent = ''
  location.replace('/kiosk')
}

function next(button) {
  const box = button.dataset.needs
  if (box !== undefined) {
    const right = isRight[box](boxes[box].value)
    document.getElementById(`${box}-problem`).hidden = right
    boxes[box].setAttribute('aria-invalid', String(!right))
    if (!right) return boxes[box].focus()
  }
  if (button.dataset.choose !== undefined) chosen[button.dataset.choose] = button.value
  if (button.dataset.next === 'check') fillCheck()
  show(button.dataset.next)
}

const addressGiven = () => (chosen.contactBy === 'none' ? '' : boxes[chosen.contactBy].value.trim())

function fillCheck() {
  const text = boxes.text.value.trim()
  const address = addressGiven()
  document.querySelector('[data-shows=text]').textContent = text
  document.querySelector('[data-shows=address]').textContent = address
  const parts = { text: text !== '', audio: medium() === 'audio', video: medium() === 'video' }
  for (const [part, isThere] of Object.entries({ ...parts, address: address !== '', none: address === '' })) {
    document.querySelector(`[data-shown=${part}]`).hidden = !isThere
  }
}

async function submission() {
  return {
    id,
    language: form.elements.language.value,
    kind: chosen.kind === 'not-sure' ? null : chosen.kind,
    text: boxes.text.value,
    here: chosen.here,
    contactBy: chosen.contactBy,
    name: boxes.name.value,
    [chosen.contactBy === 'none' ? 'email' : chosen.contactBy]: addressGiven(),
    agreedToRecording: medium() !== null,
    recordings: await recordings(),
    writtenAt: new Date().toISOString(),
  }
}

let isSending = false

async function send() {
  if (isSending) return
  isSending = true
  document.getElementById('check-problem').hidden = true
  try {
    await keep(await submission())
  } catch {
    isSending = false
    document.getElementById('check-problem').hidden = false
    return
  }
  // It is safe on this device: the page itself needs it no longer.
  throwAway()
  form.reset()
  showInstead('sending')
  const { ended, references } = await Promise.race([sendWaiting(), soonEnough()])
  const reference = references.get(id)
  document.querySelector('[data-shows=reference]').textContent = reference ?? ''
  showInstead(reference !== undefined ? 'sent' : ended === 'off' ? 'off' : 'kept')
}

function soonEnough() {
  return new Promise((resolve) =>
    setTimeout(() => resolve({ ended: 'later', references: new Map() }), patienceMs),
  )
}

function mount() {
  document.body.classList.add('kiosk-ready')
  for (const button of document.querySelectorAll('[data-next]')) {
    button.addEventListener('click', () => next(button))
  }
  for (const button of document.querySelectorAll('[data-back]')) button.addEventListener('click', goBack)
  for (const button of document.querySelectorAll('[data-clear]')) button.addEventListener('click', clear)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    // Enter in a box of one line goes on; only the last screen sends.
    if (shownScreen() === 'check') send()
    else document.querySelector('[data-screen]:not([hidden]) .kiosk-button[data-next]')?.click()
  })
  // A browser may keep the page that it left, and bring it back as it was.
  addEventListener('pageshow', (event) => event.persisted && clear())
  mountRecorders()
  watch(form, dialog, isBusy, clear)
  show('kind')
}

mount()
