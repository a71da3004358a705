package onepermit.gateway.json;

import io.grpc.StatusRuntimeException;

/** What comes out of a stream. */
sealed interface Step {

    /** One line of the answer. */
    record Line(String json) implements Step {}

    /** The department has said all. */
    record End() implements Step {}

    /**
     * The stream broke: the caller's fault, or the department's.
     *
     * @param line of the body that could not be read; 0 when it was not a line
     */
    record Broken(StatusRuntimeException failure, long line) implements Step {
        Problem problem() {
            Problem problem = Problem.of(failure);
            return line == 0 ? problem : problem.atLine(line);
        }
    }
}
