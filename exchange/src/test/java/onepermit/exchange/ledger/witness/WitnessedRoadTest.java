package onepermit.exchange.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onepermit.exchange.ledger.Receipt;
import onepermit.exchange.ledger.checkpoint.Checkpoint;
import onepermit.exchange.ledger.checkpoint.Judgement;
import onepermit.exchange.ledger.checkpoint.Judgement.Reason;
import onepermit.exchange.ledger.checkpoint.Offer;
import onepermit.exchange.ledger.checkpoint.SignedCheckpoint;
import onepermit.exchange.ledger.checkpoint.TlogProof;
import onepermit.exchange.ledger.checkpoint.Trust;
import onepermit.exchange.ledger.merkle.Hash;
import onepermit.exchange.ledger.merkle.TreeHasher;
import onepermit.exchange.ledger.seal.LedgerAudit;
import onepermit.exchange.publication.wire.KafkaSettings;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Child;
import onepermit.exchange.testing.TestDatabase;
import onepermit.exchange.testing.TestInfrastructure;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WitnessedRoadTest {
    private final KafkaSettings kafka =
            new KafkaSettings(TestInfrastructure.kafka(), TestInfrastructure.topicPrefix(), (short) 1, Map.of());
    private final TestDatabase database = TestInfrastructure.database();
    private final List<LedgerNode> nodes = new ArrayList<>();

    private LedgerNode node(String department, TestDatabase at) {
        LedgerNode node = new LedgerNode(department, at, kafka);
        nodes.add(node);
        return node;
    }

    @AfterEach
    void close() {
        nodes.forEach(LedgerNode::close);
    }

    @Test
    void a_receipt_proves_its_leaf_to_whoever_has_the_policy() {
        LedgerNode education = node("education", database).started();
        for (String witness : List.of("permit", "social", "health")) {
            node(witness, TestInfrastructure.database()).started();
        }
        education.looks(300);
        Receipt look = education.look();

        SignedCheckpoint signed = education.cosigned(look.index(), 3);
        long size = signed.checkpoint().size();
        TlogProof proof = new TlogProof(
                Optional.empty(), look.index(), education.tree.proofs(size).inclusion(look.index(), size), signed);

        assertThat(proof.check(Hash.of(look.leafHash())).holds()).isTrue();
        assertThat(education
                        .keys
                        .policy()
                        .check(TlogProof.parse(proof.toBytes()).checkpoint()))
                .isInstanceOfSatisfying(
                        Trust.Trusted.class,
                        trusted -> assertThat(trusted.cosigned()).containsOnlyKeys("permit", "social", "health"));
        assertThat(education.finding()).isEmpty();
    }

    @Test
    void leaves_that_were_committed_before_a_crash_are_sealed_after_it() {
        LedgerNode crashed = node("education", database);
        crashed.looks(7);
        assertThat(crashed.tree.frontier().size()).isZero();
        crashed.close();

        LedgerNode again = node("education", database).started();

        Await.until("all are sealed", () -> again.tree.frontier().size() == 7);
        assertThat(again.finding()).isEmpty();
    }

    @Test
    void killed_right_after_its_answers_a_process_leaves_every_leaf_it_answered_with() {
        LedgerNode next = node("education", database);
        String said;
        try (Child looking = LookingChild.start(database)) {
            looking.awaitSaid(LookingChild.ANSWERED + "20 ");
            looking.kill();
            said = looking.output();
        }
        Map<Long, String> answered = said.lines()
                .filter(line -> line.startsWith(LookingChild.ANSWERED) && line.endsWith(" ."))
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(word -> Long.parseLong(word[1]), word -> word[2]));

        next.started();

        long last = Collections.max(answered.keySet());
        Await.until("all are sealed", () -> next.tree.frontier().size() > last);
        answered.forEach((index, hash) -> assertThat(HexFormat.of()
                        .formatHex(new TreeHasher()
                                .leaf(next.tree.leaf(index).orElseThrow())
                                .bytes()))
                .isEqualTo(hash));
        assertThat(next.finding()).isEmpty();
    }

    static Stream<Arguments> tampering() {
        return Stream.of(
                Arguments.of("UPDATE ledger_leaf SET leaf = leaf || '\\x00' WHERE index = 5", 5),
                Arguments.of("DELETE FROM ledger_leaf WHERE index = 4", 4),
                Arguments.of("""
                        UPDATE ledger_leaf SET index = -1 - index WHERE index >= 3;
                        UPDATE ledger_leaf SET index = -index WHERE index < 0;
                        INSERT INTO ledger_leaf SELECT 3, '\\x0102', leaf_hash FROM ledger_leaf WHERE index = 0""", 3),
                Arguments.of("""
                        UPDATE ledger_leaf SET index = -1 WHERE index = 2;
                        UPDATE ledger_leaf SET index = 2 WHERE index = 6;
                        UPDATE ledger_leaf SET index = 6 WHERE index = -1""", 2));
    }

    @ParameterizedTest
    @MethodSource
    void tampering(String sql, long firstBroken) {
        LedgerNode education = node("education", database).started();
        education.looks(10);
        Await.until("all are sealed", () -> education.tree.frontier().size() == 10);
        Hash sealed = Hash.at(education.tree.tile(0, 0).orElseThrow(), (int) firstBroken * Hash.LENGTH);

        education.tamper(sql);

        LedgerAudit.Finding finding = education.finding().orElseThrow();
        assertThat(finding.index()).isEqualTo(firstBroken);
        assertThat(finding.sealed()).isEqualTo(sealed.base64());
        assertThat(finding.stored()).isNotEqualTo(sealed.base64());
    }

    @Test
    void a_database_from_a_backup_is_noticed_and_its_history_is_refused() throws SQLException {
        LedgerNode health = node("health", TestInfrastructure.database()).started();
        LedgerNode before = node("education", database).started();
        before.looks(5);
        before.cosigned(4, 1);
        before.close();
        TestDatabase backup = database.copy();
        LedgerNode after = node("education", database).started();
        after.looks(3);
        SignedCheckpoint published = after.cosigned(7, 1);
        after.close();

        LedgerNode restored = node("education", backup).started();

        String why = Await.value(
                "it is noticed",
                Duration.ofSeconds(30),
                () -> restored.standing.whyBroken().orElse(null));
        assertThat(why)
                .contains(
                        "5 leaves",
                        "published were 8",
                        published.checkpoint().root().base64());
        assertThatThrownBy(restored::look).hasMessageContaining("LEDGER_SET_BACK");

        offer(restored, restored.tree.latest().orElseThrow());
        Await.until("the witness refuses the shrunken tree", () -> health.refused("SHRUNKEN"));
        offer(restored, restored.keys.log(restored.tree.origin()).sign(fork(published.checkpoint())));
        Await.until("the witness refuses the fork", () -> health.refused("FORKED"));
    }

    @Test
    void a_history_that_was_forked_and_signed_again_is_refused_with_both_roots() throws SQLException {
        LedgerNode health = node("health", TestInfrastructure.database()).started();
        LedgerNode before = node("education", database).started();
        before.looks(5);
        before.cosigned(4, 1);
        before.close();
        TestDatabase backup = database.copy();
        LedgerNode published = node("education", database).started();
        published.looks(3);
        SignedCheckpoint cosigned = published.cosigned(7, 1);
        published.close();
        LedgerNode forked = node("education", backup);
        forked.looks(9);
        forked.standing.sound(); // as one who rewrites history would have it
        forked.sealing();
        Await.until("another history is signed", () -> forked.tree.frontier().size() == 14);

        forked.started();

        Judgement.Refused refused = Await.value(
                "the witness refuses the fork",
                Duration.ofSeconds(60),
                () -> forked.doubts.all().get("onepermit/health/witness"));
        assertThat(refused.reason()).isEqualTo(Reason.NOT_CONSISTENT);
        assertThat(refused.last().size()).isEqualTo(8);
        assertThat(refused.last().root()).isEqualTo(cosigned.checkpoint().root());
        assertThat(refused.offered().size()).isEqualTo(14);
        assertThat(health.refused("NOT_CONSISTENT")).isTrue();
        assertThat(forked.standing.whyBroken().orElseThrow())
                .contains("at size 8", cosigned.checkpoint().root().base64());
    }

    private static Checkpoint fork(Checkpoint other) {
        return new Checkpoint(other.origin(), other.size(), new TreeHasher().leaf(new byte[0]));
    }

    /** As a ledger would that does not look at what it has published. */
    private void offer(LedgerNode node, SignedCheckpoint checkpoint) {
        Offer offer = new Offer(checkpoint.checkpoint().size(), List.of(), checkpoint);
        try (var producer =
                new KafkaProducer<>(kafka.forClient("test"), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                    new LedgerTopics(kafka).of(node.keys.department()),
                    "offer/health".getBytes(StandardCharsets.UTF_8),
                    offer.toBytes()));
        }
    }
}
