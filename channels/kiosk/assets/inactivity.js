/** Nobody there? After a while it asks, and then clears: the next person must find nothing of the last one. */

const activity = ['pointerdown', 'keydown', 'input', 'touchmove', 'wheel']
const tickMs = 250

/**
 * `form.dataset` says after how many seconds it asks and for how long. `isBusy`: somebody is speaking or listening
 * and need not touch anything.
 */
export function watch(form, dialog, isBusy, clear) {
  const count = dialog.querySelector('[data-count]')
  let lastActive = Date.now()

  const stay = () => {
    lastActive = Date.now()
  }
  for (const name of activity) {
    document.addEventListener(name, () => dialog.open || stay(), { capture: true, passive: true })
  }
  dialog.querySelector('[data-stay]').addEventListener('click', () => dialog.close())
  // Escape and the button alike.
  dialog.addEventListener('close', stay)

  // By the clock and not by counting ticks: a device that slept clears when it wakes.
  setInterval(() => {
    if (isBusy()) stay()
    const idle = (Date.now() - lastActive) / 1000
    const asks = Number(form.dataset.idleSeconds)
    const left = asks + Number(form.dataset.warningSeconds) - idle
    if (left <= 0) clear()
    else if (idle >= asks && !dialog.open) dialog.showModal()
    count.textContent = String(Math.max(0, Math.ceil(left)))
  }, tickMs)
}
