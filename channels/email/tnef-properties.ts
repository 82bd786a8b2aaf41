/** Reads the MAPI property list inside a TNEF attribute (MS-OXTNEF 2.1.3.4); stops quietly where it makes no sense. */

export interface MapiValue {
  readonly data: Uint8Array
  /** UTF-16, not a narrow code page? */
  readonly wide: boolean
}

/** By property id; only text, binary and objects, since nothing else is shown. */
export type MapiProperties = ReadonlyMap<number, MapiValue>

/** MS-OXCDATA 2.11.1: property types of a fixed size, in bytes as stored here (padded to 4). */
const fixedSizes: Readonly<Record<number, number>> = {
  0x0002: 4,
  0x0003: 4,
  0x0004: 4,
  0x0005: 8,
  0x0006: 8,
  0x0007: 8,
  0x000a: 4,
  0x000b: 4,
  0x0014: 8,
  0x0040: 8,
  0x0048: 16,
}
const objectType = 0x000d
const wideText = 0x001f
const variableTypes = new Set([objectType, 0x001e, wideText, 0x0102])
const multipleValues = 0x1000
/** An embedded object starts with the 16 bytes that name its interface. */
const interfaceSize = 16

export function readMapiProperties(data: Uint8Array): MapiProperties {
  const found = new Map<number, MapiValue>()
  const reader = readerOf(data)
  try {
    for (let left = Math.min(reader.u32(), 10_000); left > 0; left--) readOne(reader, found)
  } catch {
    return found
  }
  return found
}

function readOne(reader: Reader, found: Map<number, MapiValue>): void {
  const tag = reader.u16()
  const id = reader.u16()
  if (id >= 0x8000) skipName(reader)
  const type = tag & ~multipleValues
  const fixed = fixedSizes[type]
  if (fixed !== undefined) {
    const count = tag & multipleValues ? reader.u32() : 1
    reader.take(count * (type === 0x0002 && tag & multipleValues ? 2 : fixed))
    return
  }
  if (!variableTypes.has(type)) throw new RangeError('unknown MAPI type')
  for (let values = reader.u32(); values > 0; values--) {
    const value = reader.take(reader.u32())
    const content = type === objectType ? value.subarray(interfaceSize) : value
    if (!found.has(id)) found.set(id, { data: content, wide: type === wideText })
  }
}

/** Named properties carry a GUID and a number or a UTF-16 name. */
function skipName(reader: Reader): void {
  reader.take(16)
  if (reader.u32() === 0) reader.take(4)
  else reader.take(reader.u32())
}

interface Reader {
  u16(): number
  u32(): number
  /** That many bytes; the next read starts at a multiple of four. */
  take(length: number): Uint8Array
}

function readerOf(data: Uint8Array): Reader {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  let at = 0
  return {
    u16: () => view.getUint16((at += 2) - 2, true),
    u32: () => view.getUint32((at += 4) - 4, true),
    take(length) {
      if (at + length > data.length) throw new RangeError('cut short')
      const part = data.subarray(at, at + length)
      at += Math.ceil(length / 4) * 4
      return part
    },
  }
}
