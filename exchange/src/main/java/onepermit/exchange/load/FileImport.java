package onepermit.exchange.load;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.Divisions;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/** Brings files in: lines to rows, rows to batches, batches to the kind's store, in constant memory. */
public final class FileImport {
    private static final int LONGEST_FIELD = 64 * 1024;

    private final ImportKinds kinds;
    private final CodeTables tables;

    public FileImport(ImportKinds kinds, CitizenIds citizenIds, Divisions divisions, Clock clock) {
        this.kinds = kinds;
        this.tables = new CodeTables(citizenIds, divisions, clock);
    }

    /**
     * Brings one file in and reports at least every 10,000 lines and at the end.
     *
     * @param kind name of the kind; empty = told by the header
     * @throws RefusalException the file as a whole is wrong
     * @throws ImportInterrupted the database did not take a batch; what was confirmed stays
     */
    public void run(String kind, InputStream file, Consumer<Progress> progress) throws IOException {
        kinds.requireKnown(kind);
        try (CsvReader<CsvRecord> csv = csv(file)) {
            Iterator<CsvRecord> records = csv.iterator();
            if (!records.hasNext()) {
                throw new RefusalException(Refusal.invalid("FILE_EMPTY", "chunk", "the file has no header"));
            }
            List<String> shown =
                    records.next().getFields().stream().map(String::strip).toList();
            take(kinds.of(kind, shown), shown, records, new Tally(progress));
        } catch (CsvParseException e) {
            throw new RefusalException(Refusal.invalid(
                    "CSV_SYNTAX",
                    "chunk",
                    "a field is longer than " + LONGEST_FIELD + " characters: look for an unclosed quote"));
        }
    }

    private <R> void take(ImportKind<R> kind, List<String> shown, Iterator<CsvRecord> records, Tally tally) {
        Header header = kinds.headerOf(kind, shown);
        Batch<R> batch = new Batch<>(kind, tally);
        while (records.hasNext()) {
            CsvRecord line = records.next();
            tally.read();
            try {
                batch.add(line.getStartingLineNumber(), kind.read(row(header, line)));
            } catch (RefusalException e) {
                tally.reject(Reject.of(line.getStartingLineNumber(), e.refusal()));
            }
            tally.reportIfDue();
        }
        batch.store();
        tally.report(true);
    }

    private Row row(Header header, CsvRecord line) {
        if (line.getFieldCount() != header.width()) {
            throw new RefusalException(Refusal.invalid(
                    "FIELD_COUNT", "", "expected " + header.width() + " fields, found " + line.getFieldCount()));
        }
        String[] fields =
                IntStream.range(0, header.width()).mapToObj(line::getField).toArray(String[]::new);
        return new Row(header, tables, fields);
    }

    private static CsvReader<CsvRecord> csv(InputStream file) throws IOException {
        return CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(4 * LONGEST_FIELD)
                .build(
                        CsvRecordHandler.builder()
                                .maxFieldSize(LONGEST_FIELD)
                                .maxRecordSize(2 * LONGEST_FIELD)
                                .build(),
                        new EncodingReader(file));
    }
}
