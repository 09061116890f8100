package dev.ferry.fault;

import dev.ferry.fault.FrontendMessages.Message;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One connection through the {@link Proxy}: both sockets, and what is done to them. */
final class Link {
    private static final int BUFFER = 1 << 14;

    private final Socket client;
    private final Socket server;
    private final FrontendMessages messages;
    private final CountDownLatch swallowed = new CountDownLatch(1);
    private volatile boolean muted;
    private volatile boolean clientGone;

    Link(Socket client, int port) throws IOException {
        this.client = client;
        this.server = new Socket(InetAddress.getLoopbackAddress(), port);
        this.messages = new FrontendMessages(client.getInputStream());
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    /** Carries both ways until one side ends. */
    void carry(Supplier<Watch> watch) {
        Thread replies = new Thread(this::carryReplies, "fault-replies");
        replies.setDaemon(true);
        replies.start();
        try {
            OutputStream out = server.getOutputStream();
            while (true) {
                Message message = messages.next();
                Watch now = watch.get();
                now.arriving(this, message);
                message.writeTo(out);
                now.forwarded(this, message);
            }
        } catch (EOFException | SocketException e) {
            // One of the two has gone, which is what this is for.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            cut();
        }
    }

    private void carryReplies() {
        try {
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (muted) {
                    swallowed.countDown();
                } else {
                    out.write(buffer, 0, count);
                }
            }
        } catch (IOException e) {
            // As above.
            muted = true;
        }
        if (!clientGone) {
            cut();
        }
    }

    /** From now on the client hears nothing. */
    void mute() {
        muted = true;
    }

    /** Whether the server answers to nobody within this time. */
    boolean swallows(Duration limit) {
        try {
            return swallowed.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The client's connection is reset; the server knows nothing of it. */
    void cutClient() {
        muted = true;
        clientGone = true;
        try {
            // A reset instead of an orderly end.
            client.setSoLinger(true, 0);
        } catch (SocketException e) {
            // Closed already.
            clientGone = true;
        }
        close(client);
    }

    /** The server's connection ends. */
    void cutServer() {
        close(server);
    }

    void cut() {
        close(client);
        close(server);
    }

    /**
     * The client's connection is reset while this message and the rest of its group are on their way; they reach the
     * server later.
     */
    void deliverLate(Message message, Duration delay) throws IOException {
        Message last = message;
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        message.writeTo(held);
        while (!last.answered()) {
            last = messages.next();
            last.writeTo(held);
        }
        cutClient();
        Pause.of(delay);
        server.getOutputStream().write(held.toByteArray());
        Pause.until(Duration.ofSeconds(2), () -> swallows(Duration.ZERO));
        cutServer();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
