package onepermit.local.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import org.junit.jupiter.api.Test;

class LineTest {
    @Test
    void what_nobody_answers_is_a_stack_that_does_not_run() {
        assertThat(sentence(Status.UNAVAILABLE.asRuntimeException())).contains("does not answer", "onepermit up");
    }

    @Test
    void a_department_that_answers_nothing_says_why() {
        var refused = StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                .setCode(Code.UNAVAILABLE_VALUE)
                .setMessage("the ledger is older than what others have cosigned")
                .addDetails(Any.pack(
                        ErrorInfo.newBuilder().setReason("LEDGER_SET_BACK").build()))
                .build());

        assertThat(sentence(refused))
                .isEqualTo("UNAVAILABLE: the ledger is older than what others have cosigned (LEDGER_SET_BACK)");
    }

    private static String sentence(StatusRuntimeException refused) {
        return Line.sentence(refused, refused.getStatus());
    }
}
