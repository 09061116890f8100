package dev.ferry.filter;

import dev.ferry.failure.UsageException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserConstants;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.parser.TokenMgrException;
import org.jspecify.annotations.Nullable;

/** Has an expression parsed as SQL; what it then may say is not decided here. */
final class Parsing {
    /** The parser tells the place of a character that begins no token in its message only. */
    private static final Pattern COLUMN = Pattern.compile("column (\\d+)");

    private Parsing() {}

    /** The whole expression as the parser understands it. */
    static Expression of(FilterText filter) {
        QuoteScan quotes = new QuoteScan(filter);
        quotes.check();
        try {
            CCJSqlParser parser = new CCJSqlParser(quotes.masked());
            Expression expression = parser.Expression();
            Token next = parser.getNextToken();
            if (next.kind != CCJSqlParserConstants.EOF) {
                throw unexpected(filter, next);
            }
            return expression;
        } catch (ParseException e) {
            throw unexpected(filter, e.currentToken == null ? null : e.currentToken.next);
        } catch (TokenMgrException e) {
            Matcher column = COLUMN.matcher(String.valueOf(e.getMessage()));
            int at = column.find() ? Integer.parseInt(column.group(1)) - 1 : 0;
            throw filter.forbidden(Math.max(at, 0), "this character means nothing in a filter");
        }
    }

    private static UsageException unexpected(FilterText filter, @Nullable Token token) {
        if (token == null || token.kind == CCJSqlParserConstants.EOF) {
            return filter.forbidden(
                    filter.expression().stripTrailing().length(), "a condition is missing or unfinished here");
        }
        int at = Places.begin(token);
        return filter.forbidden(
                at, "'" + filter.expression().substring(at, token.endColumn) + "' is not expected here");
    }
}
