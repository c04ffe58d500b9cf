/** What a copy of an identity document may be. */
export type CopyMediaType = 'image/jpeg' | 'image/png' | 'application/pdf';

/** A picture larger than this is no photo of a card: it would exhaust whoever opens it. */
export const MOST_PIXELS = 50_000_000;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const begins = (bytes: Uint8Array, signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte);

/** The type by the bytes themselves; a name or a declared type proves nothing. Undefined: not one we take. */
export function mediaTypeOf(bytes: Uint8Array): CopyMediaType | undefined {
  if (begins(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (begins(bytes, PNG)) return 'image/png';
  if (begins(bytes, [...Buffer.from('%PDF-')])) return 'application/pdf';
  return undefined;
}

/** Width times height as the header states it, without decoding; undefined when the header does not say. */
export function statedPixels(bytes: Uint8Array, type: CopyMediaType): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 'image/png') return bytes.length >= 24 ? view.getUint32(16) * view.getUint32(20) : undefined;
  return type === 'image/jpeg' ? jpegPixels(view) : 0;
}

/** Walks the segments of a JPEG to its frame header (SOF0…SOF15, which is not DHT, JPG or DAC). */
function jpegPixels(view: DataView): number | undefined {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (frame) return view.getUint16(at + 5) * view.getUint16(at + 7);
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
