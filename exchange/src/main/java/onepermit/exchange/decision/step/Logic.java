package onepermit.exchange.decision.step;

import java.util.Optional;

/**
 * Logic of three values: what is decided whatever the unknown is, is known. CEL also lets a decided side hide an error of the other; here the
 * error ends the steps, and the CEL runtime hides it.
 */
final class Logic {
    private Logic() {}

    static Optional<Step> step(String function, Step[] parts) {
        return Optional.ofNullable(
                switch (function) {
                    case "_&&_" -> new Either(false, parts[0], parts[1]);
                    case "_||_" -> new Either(true, parts[0], parts[1]);
                    case "!_" -> new Call.One(value -> !(Boolean) value, parts[0]);
                    case "_?_:_" -> new Choice(parts[0], parts[1], parts[2]);
                    case "@not_strictly_false" -> new NotStrictlyFalse(parts[0]);
                    default -> null;
                });
    }

    /** @param decides the value that needs no other side: false of `and`, true of `or` */
    private record Either(boolean decides, Step one, Step other) implements Step {
        @Override
        public Object run(Frame frame) {
            Object first = one.run(frame);
            if (first != UNKNOWN && (Boolean) first == decides) {
                return first;
            }
            Object second = other.run(frame);
            if (second != UNKNOWN && (Boolean) second == decides) {
                return second;
            }
            return first == UNKNOWN ? first : second;
        }
    }

    private record Choice(Step condition, Step yes, Step no) implements Step {
        @Override
        public Object run(Frame frame) {
            Object known = condition.run(frame);
            if (known == UNKNOWN) {
                return known;
            }
            return (Boolean) known ? yes.run(frame) : no.run(frame);
        }
    }

    /** Whether a loop goes on: unless it is decided. */
    private record NotStrictlyFalse(Step condition) implements Step {
        @Override
        public Object run(Frame frame) {
            return !Boolean.FALSE.equals(condition.run(frame));
        }
    }
}
