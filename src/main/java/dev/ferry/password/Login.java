package dev.ferry.password;

/** What a person logs in with. */
public record Login(String name, String password) {
    /** Keeps the password out of logs and messages. */
    @Override
    public String toString() {
        return "Login[name=" + name + ", password=***]";
    }
}
