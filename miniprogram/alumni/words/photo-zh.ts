/** The words of the photos of the form, in Chinese; photo-en.ts has the same shape. */

export const photo = {
  add: '拍照或从相册选择',
  replace: '换一张',
  uploading: '正在上传 {percent}%',
  uploaded: '已上传',
  failed: '上传没有完成',
  retry: '再试一次',
  tooLarge: '照片超过 10 MB，请换一张',
  preview: '查看大图',
}
