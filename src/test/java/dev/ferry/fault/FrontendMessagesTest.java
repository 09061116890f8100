package dev.ferry.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.fault.FrontendMessages.Message;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontendMessagesTest {
    /** A fault that waits for an answer that never comes would wait for ever. */
    @ParameterizedTest
    @CsvSource({"S,true", "c,true", "f,true", "d,false", "P,false"})
    void the_last_message_of_a_group_is_answered(char type, boolean answered) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(8);
        out.writeInt(3 << 16);
        out.writeByte(type);
        out.writeInt(6);
        out.writeShort(0);
        FrontendMessages messages = new FrontendMessages(new ByteArrayInputStream(bytes.toByteArray()));
        messages.next();
        Message message = messages.next();
        assertThat(message.answered()).isEqualTo(answered);
    }
}
