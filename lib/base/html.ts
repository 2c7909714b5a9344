// Text into HTML written by hand: mails, and the page of mails. Pages proper are React's.

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => `&#${sign.codePointAt(0)};`)
}
