import Papa from 'papaparse';

/** A cell that a spreadsheet takes for a formula is kept from being one. */
function cell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
}

/** With a mark at its head and foot of who took it out, when and what for; a spreadsheet reads its Chinese by the first character. */
export function exported(mark: string, head: string[], rows: string[][]): string {
  return '\ufeff' + Papa.unparse([[mark], head, ...rows.map((row) => row.map(cell)), [mark]], { newline: '\r\n' });
}
