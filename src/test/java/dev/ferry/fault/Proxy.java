package dev.ferry.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between Ferry and the server, and shows each message to the {@link Watch} of the process that runs now. */
final class Proxy implements AutoCloseable {
    private final ServerSocket listener;
    private final int serverPort;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile Watch watch = Watch.only();

    Proxy(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("fault-proxy", this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    void show(Watch next) {
        watch = next;
    }

    /** Cuts every connection. */
    void cut() {
        links.forEach(Link::cut);
    }

    private void listen() {
        while (true) {
            try {
                Socket client = listener.accept();
                start("fault-link", () -> link(client));
            } catch (SocketException e) {
                // Closed.
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void link(Socket client) {
        Link link;
        try {
            link = new Link(client, serverPort);
        } catch (IOException e) {
            // The server is down, so its port answers nobody.
            refuse(client);
            return;
        }
        links.add(link);
        link.carry(() -> watch);
        links.remove(link);
    }

    private static void refuse(Socket client) {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
            cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
