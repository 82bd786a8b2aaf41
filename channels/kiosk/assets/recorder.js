/** Records one message by voice or by video in the browser. Nothing leaves this page by itself. */

const longestMs = 120_000
/** Enough for a face and a voice; two minutes stay under 10 MB. */
const quality = { audioBitsPerSecond: 32_000, videoBitsPerSecond: 500_000 }
const picture = { width: { ideal: 640 }, height: { ideal: 480 }, facingMode: 'user' }

export const canRecord = () =>
  navigator.mediaDevices?.getUserMedia !== undefined && typeof MediaRecorder !== 'undefined'

/**
 * Asks for the microphone, and the camera for a video, and begins. Rejects where there is none or it is not
 * allowed. `onTick` is told the seconds that are left. `finished` resolves with the recording, null if thrown away.
 */
export async function startRecording(medium, onTick) {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: true,
    ...(medium === 'video' ? { video: picture } : {}),
  })
  const recorder = new MediaRecorder(stream, quality)
  const pieces = []
  let isWanted = true
  const ends = Date.now() + longestMs
  const tell = () => onTick(Math.max(0, Math.ceil((ends - Date.now()) / 1000)))
  const stop = () => recorder.state !== 'inactive' && recorder.stop()
  const timer = setInterval(() => (Date.now() >= ends ? stop() : tell()), 250)

  const finished = new Promise((resolve) => {
    recorder.ondataavailable = ({ data }) => pieces.push(data)
    recorder.onstop = () => {
      clearInterval(timer)
      // The light of the camera goes out: people must see that nobody listens any more.
      for (const track of stream.getTracks()) track.stop()
      resolve(isWanted ? new Blob(pieces, { type: recorder.mimeType }) : null)
    }
  })
  recorder.start()
  tell()
  return {
    stream,
    stop,
    throwAway() {
      isWanted = false
      stop()
    },
    finished,
  }
}

/** Base64 without what a data address puts before it. */
export function base64Of(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf('base64,') + 'base64,'.length))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
}
