// Text into HTML that the server writes by itself: mails, and the page of mails. Pages proper are React's.

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => `&#${sign.codePointAt(0)};`)
}
