-- Where the look of a decision is recorded, as its first answer said: a serialised ReceiptRef. None on decisions older than this column.
ALTER TABLE decision ADD COLUMN receipt bytea;
