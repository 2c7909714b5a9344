// Cells that a spreadsheet would run instead of showing. We write them with an apostrophe before them, as spreadsheets themselves ask for it,
// and take it off when we read. `restore` undoes `neutralise` for every text.

const runs = /^'*[=+\-@\t\r]/
/** What begins with a sign but can only be a number: it runs nothing, and other programs want to dial it. */
const isNumber = /^[+-][\d ().\u00a0/-]*(?:(?:ext|poste)\.? ?\d+)?$|^\+[\d -]*\d-[A-Z]{3,12}$/
const neutralised = /^'(?='*[=+\-@\t\r])/

/** The cell with an apostrophe before it when it begins with `=`, `+`, `-`, `@`, a tab or a carriage return and is no telephone number. */
export function neutralise(cell: string): string {
  return runs.test(cell) && !isNumber.test(cell) ? `'${cell}` : cell
}

/** The cell without the apostrophe that kept it from running; any other one stays. */
export function restore(cell: string): string {
  return neutralised.test(cell) ? cell.slice(1) : cell
}
