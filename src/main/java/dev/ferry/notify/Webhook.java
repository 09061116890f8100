package dev.ferry.notify;

import dev.ferry.notify.Delivery.Delivered;
import dev.ferry.notify.Delivery.Undelivered;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * An address that takes JSON by POST.
 *
 * <p>A message is sent once; where no connection came about or the server says that it is at fault (5xx, 429) once more, within
 * the same limit. A redirect is followed once, where it keeps the method (307, 308) and leads to the same server: a message must
 * not end up with somebody else. User and password of the address become a Basic authorization. Thread-safe.
 */
public final class Webhook {
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    private final URI address;
    private final Optional<String> authorization;
    private final Duration limit;

    /**
     * @param address where messages go, http or https
     * @param limit the longest that one may take, second try included
     */
    public Webhook(URI address, Duration limit) {
        this.address = withoutUser(address);
        this.authorization = Optional.ofNullable(address.getUserInfo())
                .map(user -> "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
        this.limit = limit;
    }

    /** Scheme and host; all that may be shown of the address. */
    public String shown() {
        return address.getScheme() + "://" + address.getHost();
    }

    /** Sends a message and waits for the answer, not longer than the limit. */
    public Delivery post(String json) {
        long deadline = System.nanoTime() + limit.toNanos();
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(limit)
                .followRedirects(Redirect.NEVER)
                .build();
        try {
            Answer first = send(client, address, json, deadline);
            Answer last = first.worthAnotherTry() ? send(client, address, json, deadline) : first;
            Optional<URI> elsewhere = last.redirect(address);
            return (elsewhere.isPresent() ? send(client, elsewhere.get(), json, deadline) : last).delivery();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Undelivered("it was interrupted");
        }
    }

    private Answer send(HttpClient client, URI to, String json, long deadline) throws InterruptedException {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            return new Answer(null, late());
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
                .timeout(Duration.ofNanos(left))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Ferry")
                .POST(BodyPublishers.ofString(json));
        authorization.ifPresent(value -> request.header("Authorization", value));
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request.build(), BodyHandlers.discarding());
        try {
            // The request's own limit ends with the headers; a body may come for ever.
            return new Answer(answer.get(left, TimeUnit.NANOSECONDS), null);
        } catch (TimeoutException e) {
            return new Answer(null, late());
        } catch (ExecutionException e) {
            return new Answer(null, e.getCause() instanceof IOException io ? io : new IOException(e.getCause()));
        } finally {
            answer.cancel(true);
        }
    }

    private static HttpTimeoutException late() {
        return new HttpTimeoutException("late");
    }

    private static URI withoutUser(URI address) {
        String text = address.toString();
        return address.getRawUserInfo() == null ? address : URI.create(text.replaceFirst("(?<=://)[^/?#]*@", ""));
    }

    /** What came back: an answer, or a failure. */
    private record Answer(
            @Nullable HttpResponse<Void> response, @Nullable IOException failure) {
        boolean worthAnotherTry() {
            return response == null
                    ? isAny(failure, ConnectException.class)
                    : response.statusCode() >= SERVER_ERROR || response.statusCode() == TOO_MANY_REQUESTS;
        }

        Optional<URI> redirect(URI from) {
            if (response == null || (response.statusCode() != 307 && response.statusCode() != 308)) {
                return Optional.empty();
            }
            return response.headers()
                    .firstValue("Location")
                    .flatMap(location -> resolved(from, location))
                    .filter(to -> server(to).equals(server(from)));
        }

        Delivery delivery() {
            if (response == null) {
                return new Undelivered(reason());
            }
            int status = response.statusCode();
            if (status / 100 == 3) {
                return new Undelivered("it answered " + status + ": redirects to elsewhere are not followed");
            }
            return status / 100 == 2 ? new Delivered() : new Undelivered("it answered " + status);
        }

        /** In words of our own: messages of libraries may hold the address. */
        private String reason() {
            if (isAny(failure, HttpTimeoutException.class)) {
                return "it did not answer in time";
            }
            if (isAny(failure, UnresolvedAddressException.class) || isAny(failure, UnknownHostException.class)) {
                return "its host is not known";
            }
            if (isAny(failure, ConnectException.class)) {
                return "it takes no connection";
            }
            return isAny(failure, SSLException.class)
                    ? "no trusted TLS connection came about"
                    : "the connection failed";
        }

        private static boolean isAny(@Nullable Throwable failure, Class<? extends Throwable> type) {
            for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (type.isInstance(cause)) {
                    return true;
                }
            }
            return false;
        }

        private static Optional<URI> resolved(URI from, String location) {
            try {
                return Optional.of(from.resolve(location));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        private static String server(URI address) {
            return Objects.toString(address.getScheme()) + "://" + address.getHost() + ":" + address.getPort();
        }
    }
}
