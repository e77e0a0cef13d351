import os,sys
os.environ['QT_QPA_PLATFORM']='offscreen'
from qgis.core import *
from qgis.PyQt.QtCore import QVariant
from qgis.PyQt.QtGui import QColor, QFont
QgsApplication.setPrefixPath('/usr',True)
app=QgsApplication([],False); app.initQgis()
out=sys.argv[1]; os.makedirs(out,exist_ok=True)
def layer(kind,fields): return QgsVectorLayer(kind+'?crs=EPSG:4543&'+'&'.join('field='+f for f in fields),'t','memory')
def save(l,name,sld=True):
    print(name,l.saveNamedStyle(os.path.join(out,name+'.qml'),QgsMapLayer.Symbology|QgsMapLayer.Labeling|QgsMapLayer.Rendering))
    if sld: print(l.saveSldStyle(os.path.join(out,name+'.sld')))
F=['name:string','clear:string','persons:double']
# 1 single area: fill, outline dashed, hatch
l=layer('Polygon',F)
s=QgsFillSymbol()
s.deleteSymbolLayer(0)
a=QgsSimpleFillSymbolLayer(QColor(255,200,100,128)); a.setStrokeColor(QColor(10,20,30)); a.setStrokeWidth(0.7); s.appendSymbolLayer(a)
h=QgsLinePatternFillSymbolLayer(); h.setLineAngle(45); h.setDistance(2); h.setColor(QColor(90,0,90)); s.appendSymbolLayer(h)
l.setRenderer(QgsSingleSymbolRenderer(s)); l.setOpacity(0.5)
l.setScaleBasedVisibility(True); l.setMinimumScale(650000); l.setMaximumScale(5000)
save(l,'area_single')
# 2 categorised
l=layer('Polygon',F)
def fill(c,**k):
    p={'color':c,'outline_color':'35,35,35,255','outline_width':'0.26'}; p.update(k)
    return QgsFillSymbol.createSimple(p)
cats=[QgsRendererCategory('cleared',fill('26,150,65,255'),'已销号'),
 QgsRendererCategory('uncleared',fill('215,25,28,255',outline_width='2',outline_width_unit='Pixel'),'未销号'),
 QgsRendererCategory(None,fill('200,200,200,255',style='dense6'),'others')]
r=QgsCategorizedSymbolRenderer('clear',cats); l.setRenderer(r)
st=QgsPalLayerSettings(); st.fieldName='name'; f=QgsTextFormat(); f.setSize(9); f.setColor(QColor(20,26,33)); ft=QFont('Noto Sans CJK SC'); ft.setBold(True); f.setFont(ft)
b=QgsTextBufferSettings(); b.setEnabled(True); b.setSize(0.5); b.setColor(QColor(255,255,240)); f.setBuffer(b); st.setFormat(f); st.scaleVisibility=True; st.minimumScale=200000; st.maximumScale=1000
l.setLabeling(QgsVectorLayerSimpleLabeling(st)); l.setLabelsEnabled(True)
save(l,'area_categories')
# 3 graduated
l=layer('Polygon',F)
rs=[QgsRendererRange(0,100,fill('255,245,240,255'),'0 - 100'),QgsRendererRange(100,300,fill('251,106,74,255'),'100 - 300'),QgsRendererRange(300,1000,fill('103,0,13,255'),'300 - 1000')]
l.setRenderer(QgsGraduatedSymbolRenderer('persons',rs)); save(l,'area_ranges')
# 4 rule based lines
l=layer('LineString',['name:string','class:string','width:double'])
def line(*ls):
    s=QgsLineSymbol(); s.deleteSymbolLayer(0)
    for c,w,u,d in ls:
        x=QgsSimpleLineSymbolLayer(QColor(*c),w); x.setWidthUnit(u)
        if d: x.setUseCustomDashPattern(True); x.setCustomDashVector(d)
        s.appendSymbolLayer(x)
    return s
MM=QgsUnitTypes.RenderMillimeters; PX=QgsUnitTypes.RenderPixels; PT=QgsUnitTypes.RenderPoints
root=QgsRuleBasedRenderer.Rule(None)
def rule(sym,filt,label,mn=0,mx=0,els=False):
    r=QgsRuleBasedRenderer.Rule(sym,mn,mx,filt,label)
    if els: r.setIsElse(True)
    return r
root.appendChild(rule(line(((94,87,77),1.2,MM,None),((243,217,164),0.85,MM,None)),'"class" IN (\'national\',\'provincial\')','干线',0,3000000))
root.appendChild(rule(line(((107,99,88),0.45,MM,[1.1,0.7])),'"class" = \'county\' AND "width" >= 4.5','县道宽'))
root.appendChild(rule(line(((107,99,88),3,PX,None)),'"class" = \'county\' AND NOT "width" >= 4.5','县道窄'))
root.appendChild(rule(line(((200,0,0),2,PT,None)),'length($geometry) > 1000','长'))
root.appendChild(rule(line(((169,163,152),0.3,MM,None)),'','其他',els=True))
l.setRenderer(QgsRuleBasedRenderer(root))
save(l,'line_rules')
# 5 markers
l=layer('Point',['name:string','kind:string'])
def mark(shape,c,size,**k):
    p={'name':shape,'color':c,'size':str(size),'outline_color':'0,0,0,255','outline_width':'0.3'}; p.update(k)
    return QgsMarkerSymbol.createSimple(p)
cats=[QgsRendererCategory('school',mark('square','255,0,0,255',3),'学校'),QgsRendererCategory('clinic',mark('circle','0,0,255,255',4,outline_style='no'),'卫生室'),
 QgsRendererCategory('market',mark('star','230,97,1,255',5),'集市'),QgsRendererCategory('office',mark('cross_fill','1,2,3,255',2.5),'办公')]
l.setRenderer(QgsCategorizedSymbolRenderer('kind',cats)); save(l,'point_marks')
# 6 effects that can't
l=layer('Polygon',F)
s=QgsFillSymbol(); s.deleteSymbolLayer(0)
g=QgsGradientFillSymbolLayer(QColor(10,120,200),QColor(255,255,255)); s.appendSymbolLayer(g)
o=QgsSimpleLineSymbolLayer(QColor(0,0,0),0.5); o.setOffset(1); o.setDataDefinedProperty(QgsSymbolLayer.PropertyStrokeWidth,QgsProperty.fromExpression('"persons"/100')); s.appendSymbolLayer(o)
l.setRenderer(QgsSingleSymbolRenderer(s))
from qgis.PyQt.QtGui import QPainter
l.setBlendMode(QPainter.CompositionMode_Multiply)
st=QgsPalLayerSettings(); st.fieldName='upper("name") || \' x\''; st.isExpression=True
l.setLabeling(QgsVectorLayerSimpleLabeling(st)); l.setLabelsEnabled(True)
save(l,'area_effects',False)
# 7 point cluster over categories; svg marker
l=layer('Point',['name:string','kind:string'])
s=QgsMarkerSymbol(); s.deleteSymbolLayer(0); s.appendSymbolLayer(QgsSvgMarkerSymbolLayer('/usr/share/qgis/svg/amenity/amenity_school.svg',6))
c=QgsPointClusterRenderer(); c.setEmbeddedRenderer(QgsSingleSymbolRenderer(s)); l.setRenderer(c); save(l,'point_cluster',False)
# 8 point pattern + cross hatch
l=layer('Polygon',F)
s=QgsFillSymbol(); s.deleteSymbolLayer(0)
pp=QgsPointPatternFillSymbolLayer(); pp.setDistanceX(3); pp.setDistanceY(3); pp.setSubSymbol(mark('circle','0,100,0,255',1,outline_style='no')); s.appendSymbolLayer(pp)
o=QgsSimpleLineSymbolLayer(QColor(0,100,0),0.4); s.appendSymbolLayer(o)
l.setRenderer(QgsSingleSymbolRenderer(s)); save(l,'area_dots')
app.exitQgis()
