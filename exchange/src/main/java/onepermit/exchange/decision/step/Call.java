package onepermit.exchange.decision.step;

import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Calls of functions; unknown when an argument is, after all arguments were looked at, for an error goes before the unknown. */
final class Call {
    private Call() {}

    record One(UnaryOperator<Object> function, Step argument) implements Step {
        @Override
        public Object run(Frame frame) {
            Object value = argument.run(frame);
            return value == UNKNOWN ? value : function.apply(value);
        }
    }

    record Two(BinaryOperator<Object> function, Step one, Step other) implements Step {
        @Override
        public Object run(Frame frame) {
            Object first = one.run(frame);
            Object second = other.run(frame);
            return first == UNKNOWN || second == UNKNOWN ? UNKNOWN : function.apply(first, second);
        }
    }

    record Many(Function<Object[], Object> function, Step... arguments) implements Step {
        @Override
        public Object run(Frame frame) {
            Object[] values = new Object[arguments.length];
            boolean unknown = false;
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments[i].run(frame);
                unknown |= values[i] == UNKNOWN;
            }
            return unknown ? UNKNOWN : function.apply(values);
        }
    }
}
