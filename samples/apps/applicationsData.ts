// The smallest complete directory: three apps of two developers in four categories.
export interface App {
  id: string;
  [field: string]: unknown;
}

export const applicationsData: App[] = [
  {
    "id": "1_Night Sky",
    "Name_Ar": "سماء الليل",
    "Name_En": "Night Sky",
    "Short_Description_Ar": "دليل النجوم",
    "Short_Description_En": "A guide to the stars",
    "Description_Ar": "خرائط النجوم والكواكب\nبدون اتصال",
    "Description_En": "Maps of stars and planets\nthat need no connection",
    "status": "Done",
    "sort": 1,
    "Apps_Avg_Rating": 4.65,
    "categories": ["tools", "Kids"],
    "screenshots_ar": ["https://cdn.example.org/night-sky/01_ar.png", "https://cdn.example.org/night-sky/02_ar.png"],
    "screenshots_en": ["https://cdn.example.org/night-sky/01_en.png"],
    "mainImage_ar": "https://cdn.example.org/night-sky/cover_ar.png",
    "mainImage_en": "https://cdn.example.org/night-sky/cover_en.png",
    "applicationIcon": "https://cdn.example.org/night-sky/icon.png",
    "Developer_Logo": "https://cdn.example.org/meridian/logo.svg",
    "Developer_Name_En": "Meridian Workshop",
    "Developer_Name_Ar": "ورشة ميريديان",
    "Google_Play_Link": "https://play.google.com/store/apps/details?id=org.example.nightsky",
    "AppStore_Link": "https://apps.apple.com/app/night-sky/id100000001",
    "App_Gallery_Link": "https://appgallery.huawei.com/#/app/C100000001",
  },
  {
    id: '2_Bird Songs',
    Name_Ar: 'أغاني الطيور',
    Name_En: 'Bird Songs',
    Short_Description_Ar: 'تعرّف على الطيور من أصواتها',
    Short_Description_En: 'Know birds by their songs',
    Description_Ar: '',
    Description_En: `Listen, compare,
and keep a diary.`,
    status: 'Draft', /* not published yet */
    sort: 2,
    Apps_Avg_Rating: '4,5',
    categories: ['audio', 'kids'],
    screenshots_ar: [],
    screenshots_en: ['https://cdn.example.org/bird-songs/01_en.png'],
    mainImage_ar: 'https://cdn.example.org/bird-songs/cover.png',
    mainImage_en: 'https://cdn.example.org/bird-songs/cover.png',
    applicationIcon: 'https://cdn.example.org/bird-songs/icon.png',
    Developer_Name_En: '\n      Meridian   Workshop\n    ',
    Developer_Website: 'https://meridian.example.org',
    AppStore_Link: 'https://apps.apple.com/app/bird-songs/id100000002\n',
  },
  {
    id: "3_Bird Songs",
    Name_Ar: "أغاني الطيور",
    Name_En: "Bird Songs!",
    Short_Description_Ar: "للمنزل",
    Short_Description_En: "For the home",
    status: "Done",
    sort: 7,
    Apps_Avg_Rating: 5,
    categories: ["audio", "accessibility"],
    Developer_Name_En: "Quiet Room",
    Google_Play_Link: "https://play.google.com/store/apps/details?id=org.example.quiet.birds",
  },
] as App[];

export const categories = [
  { name: "Tools", icon: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">
  <path d="M1 1h6v6H1z"/>
</svg>` },
  { name: "Kids", icon: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg>' },
  { name: "Audio", icon: "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M1 4h6\"/></svg>" },
  { name: "Accessibility" },
] as const;
