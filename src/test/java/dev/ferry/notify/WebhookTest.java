package dev.ferry.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ferry.notify.Delivery.Delivered;
import dev.ferry.notify.Delivery.Undelivered;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(300);
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private void answer(String path, int... statuses) {
        AtomicInteger count = new AtomicInteger();
        server.createContext(path, exchange -> {
            read(exchange);
            exchange.sendResponseHeaders(statuses[Math.min(count.getAndIncrement(), statuses.length - 1)], -1);
            exchange.close();
        });
    }

    private void read(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
    }

    @Test
    void a_message_is_posted_as_json_in_utf_8() {
        server.createContext("/hook", exchange -> {
            read(exchange);
            received.add(exchange.getRequestHeaders().getFirst("Content-Type"));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        assertThat(new Webhook(at("/hook?key=1"), LONG).post("{\"text\":\"ü\"}"))
                .isInstanceOf(Delivered.class);
        assertThat(received).containsExactly("POST /hook?key=1 {\"text\":\"ü\"}", "application/json; charset=utf-8");
    }

    @Test
    void user_and_password_of_the_address_go_into_the_header_alone() {
        server.createContext("/hook", exchange -> {
            received.add(exchange.getRequestHeaders().getFirst("Authorization"));
            received.add(exchange.getRequestHeaders().getFirst("Host"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        URI address = URI.create(at("/hook").toString().replace("http://", "http://me:p%40ss@"));
        Webhook webhook = new Webhook(address, LONG);
        assertThat(webhook.post("{}")).isInstanceOf(Delivered.class);
        assertThat(received)
                .containsExactly(
                        "Basic " + Base64.getEncoder().encodeToString("me:p@ss".getBytes(StandardCharsets.UTF_8)),
                        "localhost:" + server.getAddress().getPort());
        assertThat(webhook.shown()).isEqualTo("http://localhost");
    }

    @Test
    void a_server_at_fault_is_tried_once_more() {
        answer("/once", 500, 200);
        assertThat(new Webhook(at("/once"), LONG).post("{}")).isInstanceOf(Delivered.class);
        answer("/always", 503);
        assertThat(new Webhook(at("/always"), LONG).post("{}")).isEqualTo(new Undelivered("it answered 503"));
        assertThat(received).hasSize(4);
    }

    @Test
    void a_message_that_is_refused_is_sent_once() {
        answer("/hook", 404);
        assertThat(new Webhook(at("/hook"), LONG).post("{}")).isEqualTo(new Undelivered("it answered 404"));
        assertThat(received).hasSize(1);
    }

    /** With the limit of the first a server that never answers would hold this test for ever. */
    @Test
    void a_server_that_hangs_holds_nobody_up() {
        CountDownLatch end = new CountDownLatch(1);
        server.createContext("/silent", exchange -> await(end));
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            await(end);
        });
        assertThat(new Webhook(at("/silent"), SHORT).post("{}"))
                .isEqualTo(new Undelivered("it did not answer in time"));
        assertThat(new Webhook(at("/endless"), SHORT).post("{}"))
                .isEqualTo(new Undelivered("it did not answer in time"));
        end.countDown();
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void nobody_at_the_address_is_a_reason() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(new Webhook(URI.create("http://localhost:" + free + "/secret"), LONG).post("{}"))
                .isEqualTo(new Undelivered("it takes no connection"));
        assertThat(new Webhook(URI.create("http://nowhere.invalid/secret"), LONG).post("{}"))
                .isEqualTo(new Undelivered("its host is not known"));
    }

    @Test
    void a_redirect_is_followed_on_the_same_server_alone() {
        answer("/end", 200);
        redirect("/here", 307, "/end");
        redirect("/elsewhere", 307, at("/end").toString().replace("localhost", "127.0.0.1"));
        redirect("/moved", 302, "/end");
        redirect("/file", 308, "file:///etc/passwd");
        assertThat(new Webhook(at("/here"), LONG).post("{}")).isInstanceOf(Delivered.class);
        assertThat(received).last().isEqualTo("POST /end {}");
        received.clear();
        for (String path : List.of("/elsewhere", "/moved", "/file")) {
            assertThat(new Webhook(at(path), LONG).post("{}"))
                    .isInstanceOfSatisfying(
                            Undelivered.class,
                            undelivered -> assertThat(undelivered.reason()).contains("redirects to elsewhere"));
        }
        assertThat(received).noneMatch(request -> request.contains("/end"));
    }

    private void redirect(String path, int status, String location) {
        server.createContext(path, exchange -> {
            read(exchange);
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    @Test
    void an_interrupt_ends_the_waiting_and_stays_known() {
        server.createContext("/silent", exchange -> await(new CountDownLatch(1)));
        Thread.currentThread().interrupt();
        assertThat(new Webhook(at("/silent"), LONG).post("{}")).isEqualTo(new Undelivered("it was interrupted"));
        assertThat(Thread.interrupted()).isTrue();
    }
}
