// Decoding of bytes that are whole. Code page 850, in which spreadsheets write "CSV (MS-DOS)" in Western Europe, no decoder of the platform knows.
import type { Encoding } from '../reading.ts'

const upper =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'

/** What makes text of bytes; wrong ones become U+FFFD. */
export function decoderOf(encoding: Encoding): (bytes: Uint8Array) => string {
  if (encoding === 'ibm850') return decodeIbm850
  const decoder = new TextDecoder(encoding)
  return (bytes) => decoder.decode(bytes)
}

/** Every byte is a character. */
function decodeIbm850(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; from += 8_192) {
    const codes = Array.from(bytes.subarray(from, from + 8_192), (byte) => (byte < 0x80 ? byte : upper.charCodeAt(byte - 0x80)))
    text += String.fromCharCode(...codes)
  }
  return text
}
