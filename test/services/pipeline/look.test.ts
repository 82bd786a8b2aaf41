/** Looking at a file: recognised by its bytes, pictures made anew without their place, and nothing that breaks the hub. */
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { createLook } from '../../../services/pipeline/examine/look.ts'

const look = createLook()
const blank = () => sharp({ create: { width: 600, height: 400, channels: 3, background: '#3070b0' } })
const place = {
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
  IFD0: { Model: 'Example Phone' },
}
const photo = () => blank().withExif(place).jpeg().toBuffer()

describe('a photograph', () => {
  test('is made anew without the place and the device that its camera wrote into it', async () => {
    const original = await photo()
    expect((await sharp(original).metadata()).exif?.includes('Example Phone')).toBe(true)
    const seen = await look(original)
    expect(seen).toMatchObject({ sniffedType: 'image/jpeg', display: 'picture' })
    for (const made of [seen.picture, seen.thumbnail]) {
      const { exif, width } = await sharp(made ?? undefined).metadata()
      expect(exif).toBeUndefined()
      expect(width).toBeGreaterThan(0)
      expect(Buffer.from(made ?? []).includes('Example Phone')).toBe(false)
    }
    expect((await sharp(seen.thumbnail ?? undefined).metadata()).width).toBe(320)
  })

  test('stands as it was held', async () => {
    const turned = await blank().withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { picture } = await look(turned)
    expect(await sharp(picture ?? undefined).metadata()).toMatchObject({ width: 400, height: 600 })
  })

  test('that is broken or too large is not shown at all', async () => {
    const whole = await photo()
    const huge = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: 'white' } })
      .png()
      .toBuffer()
    for (const content of [whole.subarray(0, 300), huge]) {
      expect(await look(content)).toMatchObject({ display: 'unsafe-picture', picture: null, thumbnail: null })
    }
  })
})

test.each([
  ['a page', '<html><script>alert(1)</script></html>'],
  [
    'a drawing that can hold a script',
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
  ],
  ['a program', 'MZ\x90\x00\x03\x00\x00\x00'],
  ['a text', 'a letter'],
  ['nothing', ''],
])('of %s nothing is shown', async (_, content) => {
  expect(await look(Buffer.from(content, 'latin1'))).toMatchObject({ display: 'none', picture: null })
})

test('a sound is played', async () => {
  const wave = Buffer.concat([Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1'), Buffer.alloc(30)])
  expect(await look(wave)).toMatchObject({ sniffedType: 'audio/wav', display: 'playable' })
})

test('what hangs is ended, and breaks nothing', async () => {
  const hanging = new URL('data:text/javascript,for(;;);')
  expect(await createLook(hanging, 300)(Buffer.from('x'))).toMatchObject({ display: 'none' })
  const breaking = new URL('data:text/javascript,throw new Error()')
  expect(await createLook(breaking)(Buffer.from('x'))).toMatchObject({ display: 'none' })
})
