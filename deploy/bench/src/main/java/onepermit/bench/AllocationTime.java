package onepermit.bench;

import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import onepermit.education.v1.AllocationServiceGrpc;
import onepermit.education.v1.WhatIfRequest;
import onepermit.education.v1.WhatIfResponse;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;

/** The seats of 1,000 schools for 100,000 ranked children, as education-service allocates and checks them; nothing is stored. */
final class AllocationTime {
    private static final int CHILDREN = 100_000;
    private static final int SCHOOLS = 1_000;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 5;
    private static final double BAR_MILLIS = 1_000;
    private static final String ROUND = "350203-2028";
    /** Five different schools each, some wanted more than others, and seats for nine children of ten. */
    private static final String FILL = """
            INSERT INTO school (code, name, division, stage, seats)
            SELECT 'X' || s, '示例小学', '350203', 'PRIMARY', 90 FROM generate_series(0, %2$d - 1) s ON CONFLICT DO NOTHING;
            INSERT INTO admission_round (id, year, division, mode, tie_break, publication_days, most_preferences, source, unverified,
            opens, closes, closed, seed, next_number, version)
            VALUES ('%3$s', 2028, '350203', 'POINTS', '{LONGER_INSURANCE,LONGER_RESIDENCE,LOTTERY}', 5, 5, '示例', '{}',
            '2028-07-01', '2028-08-31', true, repeat('5e', 32), 1, 1) ON CONFLICT DO NOTHING;
            INSERT INTO admission_seats SELECT '%3$s', 'X' || s, 90 * %1$d / 100 / %2$d FROM generate_series(0, %2$d - 1) s
            ON CONFLICT DO NOTHING;
            INSERT INTO school_application (number, round, school_year, child, born, guardians, guardian_sexes, preferences, filed_on,
            withdrawn, version)
            SELECT '%3$s-' || lpad(n::text, 6, '0'), '%3$s', 2028, decode('01' || md5('%3$s' || n), 'hex'), '2022-03-02', '{}', '{}',
            ARRAY(SELECT 'X' || ((n::bigint * n + i * 37 + n / 7) %% %2$d) FROM generate_series(1, 5) i), '2028-07-01', false, 2
            FROM generate_series(1, %1$d) n ON CONFLICT DO NOTHING;
            INSERT INTO application_verification (number, seq, decision_id, outcome, points, point_scale, criteria,
            criterion_points, insurance_months, residence_months, labels)
            SELECT '%3$s-' || lpad(n::text, 6, '0'), 1, 'education-bench-' || n, 'OUTCOME_ELIGIBLE', 30 + n * 7919 %% 80, 0, '{base}', '{30}',
            n * 31 %% 120, n * 17 %% 240, '{}'
            FROM generate_series(1, %1$d) n ON CONFLICT DO NOTHING;
            ANALYZE school_application, application_verification;
            """;

    private final Bed bed;
    private final Tokens tokens;

    AllocationTime(Bed bed, Tokens tokens) {
        this.bed = bed;
        this.tokens = tokens;
    }

    Figure measure() throws SQLException {
        fill();
        var education = bed.educationService();
        var millis = new double[ROUNDS];
        int placed = 0;
        try {
            var stub = AllocationServiceGrpc.newBlockingStub(education)
                    .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers()));
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                WhatIfResponse answer =
                        stub.withDeadlineAfter(30, TimeUnit.SECONDS).whatIf(question());
                if (answer.getApplications() != CHILDREN || answer.getRanksMoved() != 0) {
                    throw new IllegalStateException("not the round that was filled in: " + answer.getApplications()
                            + " applications, " + answer.getRanksMoved() + " moved");
                }
                placed = answer.getPlacedBefore();
                if (round >= 0) {
                    millis[round] = answer.getAllocationMicros() / 1000.0;
                    Progress.say("round %d: %.0f ms", round + 1, millis[round]);
                }
            }
        } finally {
            education.shutdownNow();
        }
        return new Figure(
                "allocation",
                "ms",
                millis,
                new double[] {BAR_MILLIS, BAR_MILLIS, BAR_MILLIS, BAR_MILLIS, BAR_MILLIS},
                "%,d children, %,d schools, %,d placed; the limit is the bar".formatted(CHILDREN, SCHOOLS, placed));
    }

    private void fill() throws SQLException {
        Progress.say("%,d applications for %,d schools", CHILDREN, SCHOOLS);
        try (var connection = bed.education().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(FILL.formatted(CHILDREN, SCHOOLS, ROUND));
        }
    }

    private static WhatIfRequest question() {
        return WhatIfRequest.newBuilder()
                .setRound(ROUND)
                .setContext(RequestContext.newBuilder()
                        .setPurpose(Purpose.PURPOSE_SCHOOL_ADMISSION)
                        .setCaseRef("BENCH-1"))
                .build();
    }

    private Metadata headers() {
        var headers = new Metadata();
        headers.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                "Bearer " + tokens.atEducation("admission-officer", "350203"));
        return headers;
    }
}
