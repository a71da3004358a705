/** Prints one part of the page alone. */
export function printPart(part: Element | null | undefined) {
  part?.classList.add('printed');
  document.body.classList.add('print-part');
  print();
  document.body.classList.remove('print-part');
  part?.classList.remove('printed');
}
