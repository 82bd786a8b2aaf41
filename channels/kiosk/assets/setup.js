/** For staff: asks the browser not to clear what waits here, and says how much does. */
import { everything } from './outbox.js'

function show(name, count) {
  if (count === 0) return
  document.querySelector(`[data-shows=${name}]`).textContent = String(count)
  document.querySelector(`[data-${name}]`).hidden = false
}

navigator.storage?.persist?.()
const all = await everything()
show('refused', all.filter(({ refused }) => refused).length)
show('waiting', all.filter(({ refused }) => !refused).length)
