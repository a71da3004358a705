export interface Transfer {
  id: string;
  fromPlace: string;
  toPlace: string;
  waitsFor: string;
  dueOn?: string;
  overdue?: boolean;
  dueUncertain?: boolean;
  requestedOn: string;
  doneOn?: string[];
  etag: string;
}

export const STEPS = ['TRANSFER_STEP_ANSWER', 'TRANSFER_STEP_HAND_OVER', 'TRANSFER_STEP_CLOSE'];

/** Whose turn a step is: the old place hands over, the new one answers and closes. */
export const turn = (transfer: Transfer, step: string) => (step === 'TRANSFER_STEP_HAND_OVER' ? transfer.fromPlace : transfer.toPlace);

/** Is a place inside a division? Codes of GB/T 2260 end in zeros where they name more than a district. */
export const inside = (place: string, division: string) => place.startsWith(division.replace(/(00)+$/, ''));

/** The three steps with the day each was done, or is due. */
export function steps(transfer: Transfer) {
  return STEPS.map((step, n) => ({ step, place: turn(transfer, step), doneOn: transfer.doneOn?.[n], dueOn: transfer.waitsFor === step ? transfer.dueOn : undefined }));
}
