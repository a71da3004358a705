package onepermit.exchange.ledger.witness;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import onepermit.exchange.ledger.checkpoint.Checkpoint;
import onepermit.exchange.ledger.checkpoint.Judgement;
import onepermit.exchange.ledger.checkpoint.Judgement.Head;
import onepermit.exchange.ledger.checkpoint.Judgement.Reason;
import onepermit.exchange.ledger.checkpoint.Note;
import onepermit.exchange.ledger.checkpoint.SignedCheckpoint;
import onepermit.exchange.ledger.merkle.Hash;

/** What a witness answers, as it travels: a first line that says which it is, and the rest. */
sealed interface Answer {

    /** @param cosigned the checkpoint with the cosignature alone */
    record Cosigned(SignedCheckpoint cosigned) implements Answer {
        @Override
        public byte[] toBytes() {
            return ("cosigned\n" + cosigned).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Not cosigned; the origin is the name of the ledger that offered. */
    record Refused(String origin, Judgement.Refused refused) implements Answer {
        @Override
        public byte[] toBytes() {
            Head last = refused.last();
            Head offered = refused.offered();
            return String.join(
                            "\n",
                            "refused",
                            origin,
                            refused.reason().name(),
                            last.size() + " " + last.root(),
                            offered.size() + " " + offered.root(),
                            refused.why())
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    byte[] toBytes();

    static Answer of(Checkpoint offered, Judgement judgement) {
        return switch (judgement) {
            case Judgement.Cosigned cosigned ->
                new Cosigned(new SignedCheckpoint(offered, new Note(offered.text(), List.of(cosigned.signature()))));
            case Judgement.Refused refused -> new Refused(offered.origin(), refused);
        };
    }

    /** @throws IllegalArgumentException for anything but what {@link #toBytes} writes */
    static Answer parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        String kind = end < 0 ? text : text.substring(0, end);
        return switch (kind) {
            case "cosigned" ->
                new Cosigned(SignedCheckpoint.parse(text.substring(end + 1).getBytes(StandardCharsets.UTF_8)));
            case "refused" -> refused(text.substring(end + 1).split("\n", 5));
            default -> throw new IllegalArgumentException("expected cosigned or refused, found \"" + kind + "\"");
        };
    }

    private static Refused refused(String[] lines) {
        if (lines.length != 5) {
            throw new IllegalArgumentException("a refusal has 6 lines, not " + (lines.length + 1));
        }
        return new Refused(
                lines[0], new Judgement.Refused(Reason.valueOf(lines[1]), head(lines[2]), head(lines[3]), lines[4]));
    }

    private static Head head(String line) {
        String[] parts = line.split(" ", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("expected SIZE ROOT, found \"" + line + "\"");
        }
        return new Head(Long.parseLong(parts[0]), Hash.of(Base64.getDecoder().decode(parts[1])));
    }
}
