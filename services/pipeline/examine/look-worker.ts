/** Runs inside a thread of look.ts: recognises one file by its bytes and, where it is a picture, makes it anew. */
import { parentPort, workerData } from 'node:worker_threads'
import { fileTypeFromBuffer } from 'file-type'
import sharp, { type Sharp } from 'sharp'
import { plainType } from '../../../shared/attached.ts'
import type { Seen } from './look.ts'

/** Photographs; what can hold a program or a script (SVG) is never among them. */
const pictures = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/tiff', 'image/avif']
/** Pictures that our libraries cannot make anew: telephones' own format among them. */
const otherPictures = /^image\/(?!svg)/
/** What browsers play. */
const playable = [
  'audio/mpeg',
  'audio/wav',
  'audio/ogg',
  'audio/mp4',
  'audio/webm',
  'video/mp4',
  'video/webm',
]

/** 50 megapixels: more than a telephone's camera makes, less than a picture made to fill memory. */
const mostPixels = 50_000_000
const longestSide = 2_560
const thumbnailSide = 320
const seconds = 8

async function look(content: Uint8Array): Promise<void> {
  const found = await fileTypeFromBuffer(content).catch(() => undefined)
  const sniffedType = found?.mime ?? null
  const type = sniffedType === null ? '' : plainType(sniffedType)
  const tell = (more: Partial<Seen>) => {
    parentPort?.postMessage({ sniffedType, display: 'none', picture: null, thumbnail: null, ...more })
  }
  if (playable.includes(type)) {
    tell({ display: 'playable' })
    return
  }
  if (!otherPictures.test(type)) {
    tell({})
    return
  }
  // Told first, in case that what follows is ended.
  tell({ display: 'unsafe-picture' })
  if (!pictures.includes(type)) return
  const made = await makeAnew(content).catch(() => null)
  if (made !== null) tell({ display: 'picture', ...made })
}

/** Nothing of the camera's notes is copied; turned as it was held, since that note goes too. */
async function makeAnew(content: Uint8Array): Promise<Pick<Seen, 'picture' | 'thumbnail'>> {
  sharp.concurrency(1)
  const image = sharp(content, { limitInputPixels: mostPixels }).timeout({ seconds }).autoOrient()
  const within = (side: number): Sharp =>
    image.clone().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
  const { hasAlpha } = await image.metadata()
  const whole = within(longestSide)
  return {
    picture: await (hasAlpha ? whole.png() : whole.jpeg({ quality: 85 })).toBuffer(),
    thumbnail: await within(thumbnailSide).webp({ quality: 75 }).toBuffer(),
  }
}

const given: unknown = workerData
if (given instanceof Uint8Array) await look(given)
