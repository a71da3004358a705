package onepermit.exchange.decision;

import com.google.protobuf.ByteString;
import java.util.Optional;
import onepermit.exchange.v1.Criterion;
import onepermit.exchange.yaml.Yaml;

/**
 * What every decision says of one criterion, whatever the case. Texts are kept as bytes, the form in which they are written out again and
 * again; a message of them would turn into strings when it is copied.
 */
record Line(
        ByteString id,
        ByteString nameZh,
        ByteString nameEn,
        ByteString article,
        boolean unverified,
        Optional<Integer> maxPoints) {

    static Line of(Yaml entry) {
        return new Line(
                ByteString.copyFromUtf8(entry.text("id")),
                ByteString.copyFromUtf8(entry.text("nameZh")),
                ByteString.copyFromUtf8(entry.text("nameEn")),
                ByteString.copyFromUtf8(entry.textIfAny("article").orElse("")),
                entry.flag("unverified"),
                entry.integerIfAny("maxPoints"));
    }

    Criterion.Builder begin() {
        var line = Criterion.newBuilder()
                .setIdBytes(id)
                .setNameZhBytes(nameZh)
                .setNameEnBytes(nameEn)
                .setArticleBytes(article)
                .setUnverified(unverified);
        maxPoints.ifPresent(line::setMaxPoints);
        return line;
    }
}
