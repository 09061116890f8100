package dev.ferry.profile.apps.dto;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ferry.profile.KeyRule;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An app as any of the three generations writes it; {@link Listing} reads them as one.
 *
 * <p>The current generation has everything in both languages; the middle one has {@code screenshots} and {@code mainImage}
 * once for both, and no {@code sort}; the early one has its own names for most fields.
 *
 * @param name early: {@code English | العربية}
 * @param status {@code Done} for an app that is published
 * @param sort its place in the directory
 * @param rating early: the average rating
 * @param categories names of categories, in any case
 */
@Named(groups = KeyRule.class)
public record AppRecord(
        @NotBlank(groups = KeyRule.class) @Size(max = 255) String id,

        @BilingualSize @Nullable String name,
        @JsonProperty("Name_Ar") @Name @Nullable String nameAr,
        @JsonProperty("Name_En") @Name @Nullable String nameEn,
        @JsonProperty("Short_Description_Ar") @Nullable String shortDescriptionAr,
        @JsonProperty("Short_Description_En") @Nullable String shortDescriptionEn,
        @Nullable Description description,
        @JsonProperty("Description_Ar") @Nullable String descriptionAr,
        @JsonProperty("Description_En") @Nullable String descriptionEn,
        @Nullable String status,
        @Nullable Integer sort,
        @Rated @Nullable Rating rating,
        @JsonProperty("Apps_Avg_Rating") @Rated @Nullable Rating averageRating,
        @Nullable List<@Categorical(groups = KeyRule.class) String> categories,
        @Nullable List<@WebAddress String> screenshots,
        @Nullable List<@WebAddress String> screenshotsAr,
        @Nullable List<@WebAddress String> screenshotsEn,
        @JsonProperty("mainImage") @WebAddress @Nullable String mainImage,
        @JsonProperty("mainImage_ar") @WebAddress @Nullable String mainImageAr,
        @JsonProperty("mainImage_en") @WebAddress @Nullable String mainImageEn,

        @JsonProperty("applicationIcon") @WebAddress @Nullable
        String applicationIcon,

        @JsonProperty("developerName") @Name @Nullable String developerName,
        @JsonProperty("Developer_Name_En") @Name @Nullable String developerNameEn,
        @JsonProperty("Developer_Name_Ar") @Name @Nullable String developerNameAr,

        @JsonProperty("Developer_Logo") @WebAddress @Nullable
        String developerLogo,

        @JsonProperty("Developer_Website") @WebAddress @Nullable
        String developerWebsite,

        @JsonProperty("googlePlayLink") @WebAddress @Nullable
        String earlyGooglePlay,

        @JsonProperty("appStoreLink") @WebAddress @Nullable String earlyAppStore,

        @JsonProperty("huaweiAppGalleryLink") @WebAddress @Nullable
        String earlyAppGallery,

        @JsonProperty("Google_Play_Link") @WebAddress @Nullable
        String googlePlay,

        @JsonProperty("AppStore_Link") @WebAddress @Nullable String appStore,

        @JsonProperty("App_Gallery_Link") @WebAddress @Nullable
        String appGallery) {}
