// One of each violation; what is not said to be wrong is right.
export const applicationsData = [
  { id: "1", Name_En: "The first", Developer_Name_En: "Alone", sort: "1" },
  { id: " ", Name_En: "No identity" },
  { Name_En: "No identity at all" },
  { id: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", Name_En: "An endless identity" },
  { id: 4, Name_En: "A number for an identity" },
  { id: "5", Name_En: " ", Name_Ar: "بلا اسم" },
  { id: "6", name: " | بلا اسم" },
  { id: "7", Name_En: "A very long name A very long name A very long name A very long name A very long name A very long name A very long name A very long name A very long name A very long name A very long name A very long name A very long name" },
  { id: "7a", name: "Short | اسم طويل جدا اسم طويل جدا اسم طويل جدا اسم طويل جدا اسم طويل جدا اسم طويل جدا اسم طويل جدا اسم طويل جدا اسم طويل جدا اسم طويل جدا اسم طويل جدا اسم طويل جدا اسم طويل جدا اسم طويل جدا اسم طويل جدا اسم طويل جدا اسم طويل جدا", Developer_Name_En: "Long and Sons Long and Sons Long and Sons Long and Sons Long and Sons Long and Sons Long and Sons Long and Sons Long and Sons Long and Sons Long and Sons Long and Sons Long and Sons Long and Sons Long and Sons Long and Sons" },
  { id: "8", Name_En: "Ratings", Apps_Avg_Rating: 5.01, rating: "4.666" },
  { id: "9", Name_En: "Categories", categories: ["tools", "", 3] },
  {
    id: "10",
    Name_En: "Addresses",
    Google_Play_Link: "play.google.com/store/apps/details?id=a",
    AppStore_Link: "ftp://apps.apple.com/app/id1",
    Developer_Name_En: "Addresses",
    Developer_Website: "https://someone@example.org",
    screenshots_en: ["https://cdn.example.org/1.png", "https://", { url: "https://cdn.example.org/2.png" }],
  },
  { id: "11", Name_En: "Twice", status: "Done", status: "Draft" },
  { id: "12", Name_En: "No character", Description_En: "a\u0000b" },
  { id: "13", Name_En: "The same again" },
  { id: "13", Name_En: "The same again", sort: 2 },
  "no app",
];

export const categories = [
  { name: "Tools", icon: "<svg/>" },
  { icon: "<svg/>" },
  { name: " " },
  { name: "Kids", icon: { svg: "<svg/>" } },
];
