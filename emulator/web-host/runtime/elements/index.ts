// Which class renders which tag.
import { BUILT_IN_TAGS } from '../../build/built-in-tags'
import { CameraView } from '../../camera/camera-view'
import { Button } from './button'
import { Canvas } from './canvas'
import { Checkbox, Group, Radio, Toggle } from './choice'
import { WxElement } from './element'
import { Field } from './field'
import { Form } from './form'
import { Picture } from './image'
import { Label } from './label'
import { Navigator } from './navigator'
import { Picker } from './picker'
import { PickerView, PickerViewColumn } from './picker-view'
import { RichText } from './rich-text'
import { ScrollView } from './scroll-view'
import { Slider } from './slider'
import { Icon, NavigationBar, PageMeta, Progress, RootPortal, WebView } from './small'
import { Swiper } from './swiper'
import { View } from './view'

type Tag = (typeof BUILT_IN_TAGS)[number]

const classes: Partial<Record<Tag, new () => WxElement>> = {
  view: View,
  'cover-view': View,
  'swiper-item': View,
  image: Picture,
  'cover-image': Picture,
  icon: Icon,
  button: Button,
  label: Label,
  input: Field,
  textarea: Field,
  form: Form,
  progress: Progress,
  picker: Picker,
  'picker-view': PickerView,
  'picker-view-column': PickerViewColumn,
  switch: Toggle,
  checkbox: Checkbox,
  radio: Radio,
  'checkbox-group': Group,
  'radio-group': Group,
  slider: Slider,
  'scroll-view': ScrollView,
  swiper: Swiper,
  canvas: Canvas,
  camera: CameraView,
  navigator: Navigator,
  'rich-text': RichText,
  'web-view': WebView,
  'root-portal': RootPortal,
  'page-meta': PageMeta,
  'navigation-bar': NavigationBar,
}

/** Defines wx-view, wx-button and the others. A class may serve several tags; the browser wants one each. */
export function defineElements(): void {
  for (const tag of BUILT_IN_TAGS) {
    const Base = classes[tag] ?? WxElement
    customElements.define(`wx-${tag}`, class extends Base {})
  }
}
