package dev.ferry.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A port of this machine that other machines do not reach. */
final class LocalPort {
    static final String HOST = "127.0.0.1";

    private static final byte[] ADDRESS = {127, 0, 0, 1};
    private static final int ANY = 0;
    private static final int LARGEST = 65_535;

    private LocalPort() {}

    /**
     * The port in this file, so that what other programs were told stays right, else any that is free; it is kept
     * there.
     */
    static int choose(Path file) throws IOException {
        int last = read(file);
        int port = last != ANY && isFree(last) ? last : anyFree();
        Files.writeString(file, Integer.toString(port));
        return port;
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = listen(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static int anyFree() throws IOException {
        try (ServerSocket socket = listen(ANY)) {
            return socket.getLocalPort();
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByAddress(ADDRESS));
    }

    private static int read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return ANY;
        }
        String text = Files.readString(file).strip();
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : ANY;
        return port <= LARGEST ? port : ANY;
    }
}
