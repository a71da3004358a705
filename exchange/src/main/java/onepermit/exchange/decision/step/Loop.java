package onepermit.exchange.decision.step;

import java.util.List;

/** A loop as CEL's macros write it: all, exists, map, filter. */
record Loop(Step range, int element, int result, Step start, Step condition, Step step, Step end) implements Step {

    @Override
    public Object run(Frame frame) {
        Object over = range.run(frame);
        if (over == UNKNOWN) {
            return over;
        }
        List<?> elements = (List<?>) over;
        frame.put(result, start.run(frame));
        for (int i = 0; i < elements.size(); i++) {
            frame.round();
            frame.put(element, elements.get(i));
            if (!(Boolean) condition.run(frame)) {
                break;
            }
            frame.put(result, step.run(frame));
        }
        return end.run(frame);
    }

    /** Adds to the list that the loop around gathers, without a copy for each round. */
    record Append(Step gathered, Step more) implements Step {
        @Override
        @SuppressWarnings("unchecked")
        public Object run(Frame frame) {
            Object list = gathered.run(frame);
            Object added = more.run(frame);
            if (list == UNKNOWN || added == UNKNOWN) {
                return UNKNOWN;
            }
            ((List<Object>) list).addAll((List<?>) added);
            return list;
        }
    }
}
