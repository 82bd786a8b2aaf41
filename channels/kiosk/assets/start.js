/** The first page: makes the kiosk ready for a network that fails, and sends what waits while nobody is there. */
import { sendWaiting } from './sending.js'

const retryMs = 5_000

async function send() {
  const { ended } = await sendWaiting()
  // The page itself says in plain words that this kiosk is switched off.
  if (ended === 'off') location.reload()
}

function sendQuietly() {
  // Whatever stands in the way, it is tried again soon; what waits is kept.
  send().catch(() => undefined)
}

// Going on replaces this page: behind it is nothing that the next person could come back to.
for (const form of document.forms) {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    location.replace(form.action)
  })
}

if ('serviceWorker' in navigator) {
  navigator.serviceWorker.register('/kiosk/worker.js', { scope: '/kiosk' }).catch(() => undefined)
}
addEventListener('online', sendQuietly)
setInterval(sendQuietly, retryMs)
sendQuietly()
