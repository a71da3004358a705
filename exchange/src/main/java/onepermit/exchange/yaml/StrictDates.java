package onepermit.exchange.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads dates as dates, and refuses those that no calendar has: YAML's own reader makes 2016-13-11 the 11th of January 2017. */
final class StrictDates extends SafeConstructor {

    StrictDates(LoaderOptions options) {
        super(options);
        yamlConstructors.put(Tag.TIMESTAMP, new Dates());
    }

    private static final class Dates extends AbstractConstruct {
        @Override
        public Object construct(Node node) {
            String text = ((ScalarNode) node).getValue();
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new YAMLException("'" + text + "' is not a date YYYY-MM-DD");
            }
        }
    }
}
