package dev.ferry.profile.subscriptions;

import dev.ferry.profile.AggregateStep;
import dev.ferry.profile.Claim;
import dev.ferry.profile.CommitMode;
import dev.ferry.profile.Contribution;
import dev.ferry.profile.Defaults;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.KeyAttribute;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Parent;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Reading;
import dev.ferry.profile.References;
import dev.ferry.profile.Remark;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.profile.subscriptions.dto.AnalyticsRecord;
import dev.ferry.profile.subscriptions.dto.SubscriptionRecord;
import dev.ferry.profile.subscriptions.dto.UserRecord;
import dev.ferry.source.Section;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A chat bot's {@code data.json}: its users, their subscriptions and referrals, and figures that are counted of them. */
public final class SubscriptionsProfile implements Profile {
    private static final String USER_ID = "user_id";
    private static final String REFERRED_BY = "subscription.referred_by";

    private static final Reading<UserRecord, UserRecord> EACH_USER =
            Reading.records(Section.list("users", USER_ID), UserRecord.class);
    private static final Reading<AnalyticsRecord, AnalyticsRecord> STATED =
            Reading.records(Section.single("analytics"), AnalyticsRecord.class);

    private static final EntityStep<UserRecord, User> USERS = new EntityStep<>(
            new Table<>(
                            "users",
                            User.class,
                            new UniqueKey<>(USER_ID, List.of(new KeyAttribute<>("userId", User::userId))))
                    .withFilledByDatabase(Set.of("createdAt")),
            EACH_USER,
            (dto, references) -> Stream.of(new User(dto)));

    private static final EntityStep<UserRecord, UserSubscription> USER_SUBSCRIPTIONS = new EntityStep<>(
                    new Table<>(
                                    "user_subscriptions",
                                    UserSubscription.class,
                                    new UniqueKey<>(
                                            USER_ID, List.of(new KeyAttribute<>("user", UserSubscription::user))))
                            .withUnique(List.of(new UniqueKey<>(
                                    "subscription.referral_code",
                                    List.of(new KeyAttribute<>("referralCode", UserSubscription::referralCode))))),
                    EACH_USER,
                    SubscriptionsProfile::subscription)
            .withParents(List.of(
                    Parent.one("", User.class, dto -> NaturalKey.optional(dto.userId())),
                    Parent.one(REFERRED_BY, User.class, SubscriptionsProfile::referrer)
                            .leftOutIfMissing()))
            .withRemarks(SubscriptionsProfile::selfReferral);

    private static final AggregateStep<Metric> ANALYTICS = new AggregateStep<>(
                    new Table<>(
                            "analytics",
                            Metric.class,
                            new UniqueKey<>(
                                    "",
                                    List.of(
                                            new KeyAttribute<>("metricName", Metric::metricName),
                                            new KeyAttribute<>("metricType", Metric::metricType),
                                            new KeyAttribute<>("period", Metric::period),
                                            new KeyAttribute<>("tags", Metric::tags)))),
                    List.of(new Contribution<>(EACH_USER, Figure::of)),
                    (sum, more) -> sum.plus(more.value()))
            .asFigures(List.of(new Claim<>(STATED, StatedFigures::compare)));

    private static Stream<UserSubscription> subscription(UserRecord dto, References references) {
        long userId = Objects.requireNonNull(dto.userId());
        User user = references.parent(User.class, NaturalKey.of(userId));
        SubscriptionRecord subscription = dto.subscriptionOrNone();
        boolean known =
                referrer(dto).flatMap(key -> references.find(User.class, key)).isPresent();
        return Stream.of(new UserSubscription(user, userId, subscription, known ? subscription.referredBy() : null));
    }

    private static Optional<NaturalKey> referrer(UserRecord dto) {
        return NaturalKey.optional(dto.subscriptionOrNone().referredBy());
    }

    /** Nobody brings themselves, but the user is known, so the reference holds and is kept. */
    private static List<Remark> selfReferral(UserRecord dto) {
        Long referredBy = dto.subscriptionOrNone().referredBy();
        return referredBy != null && referredBy.equals(dto.userId())
                ? List.of(new Remark(REFERRED_BY, "self-referral", "names the user itself; it is kept as it stands"))
                : List.of();
    }

    @Override
    public String name() {
        return "subscriptions";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String description() {
        return "a chat bot's users, their subscriptions and referrals (data.json)";
    }

    @Override
    public List<Section> sections() {
        return List.of(EACH_USER.section(), STATED.section());
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(User.class, UserSubscription.class, Metric.class);
    }

    @Override
    public List<Step> steps() {
        return List.of(USERS, USER_SUBSCRIPTIONS, ANALYTICS);
    }

    @Override
    public Defaults defaults() {
        return new Defaults(1_000, CommitMode.BATCH, 5);
    }
}
