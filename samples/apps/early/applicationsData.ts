// The early generation: one name for both languages, categories as an object, developers rarely named.
export const applicationsData = [
  {
    id: "night-sky",
    name: "Night Sky | سماء الليل",
    description: {
      en: "Maps of stars and planets.",
      ar: "خرائط النجوم والكواكب.",
    },
    link: "https://night-sky.example.org/",
    status: "Done",
    rating: 4.6,
    categories: ["Tools", "Kids"],
    screenshots: ["https://cdn.example.org/night-sky/600x400.png"],
    developerName: "Meridian Workshop",
    appStoreLink: "https://apps.apple.com/app/night-sky/id100000001",
    googlePlayLink: "https://play.google.com/store/apps/details?id=org.example.nightsky",
    huaweiAppGalleryLink: null,
    websiteLink: "https://night-sky.example.org/",
  },
  {
    id: "tide-clock",
    name: "Tide Clock",
    description: { en: "High and low water, day by day.", ar: "المد والجزر يوما بيوم." },
    status: "Soon",
    rating: 4,
    categories: ["Tools"],
    screenshots: [],
    appStoreLink: null,
    googlePlayLink: null,
    huaweiAppGalleryLink: null,
    websiteLink: "https://tide-clock.example.org/",
  },
];

export const categories = {
  Tools: `<svg width="8" height="8" xmlns="http://www.w3.org/2000/svg">
    <path d="M1 1h6v6H1z"/>
  </svg>
  `,
};
